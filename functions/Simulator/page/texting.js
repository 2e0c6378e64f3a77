import { from, phone, to } from "/simulator/caller.js";
import { show } from "/simulator/happened.js";
import * as news from "/simulator/news.js";
import { $, add, ask, bubble, make, note } from "/simulator/page.js";
import { word } from "/simulator/words.js";

const isKhmer = text => /[\u1780-\u17ff]/.test(text);

const threads = new Map();

/** Into the thread of this phone, also when another is being looked at. */
function put(who, ...items) {
  threads.set(who, [...threads.get(who) ?? [], ...items]);
  if (who === phone()) add($("thread"), ...items);
}

async function send(event) {
  event.preventDefault();
  const who = phone();
  const body = $("body").value.trim();
  if (!body || $("send").disabled) return;
  $("send").disabled = true;
  $("body").value = "";
  put(who, bubble("mine", body, isKhmer(body) ? "km" : "en"));
  const answer = await ask("text", { from: from(), to: to(), body });
  put(who, ...(answer.messages ?? []).map(shown));
  if (answer.sentence) put(who, note(answer.sentence));
  else if (!answer.messages.length) put(who, note(word("no-reply")));
  if (answer.turns) show(answer.turns, who);
  refresh();
  $("body").focus();
}

/** A text that answers nothing. */
export function arrive({ phone: number, line, message }) {
  const who = `${number} ${line === "check-in" ? line : "public"}`;
  const e = shown(message);
  e.append(make("span", "unasked", word("unasked")));
  put(who, e);
  if (who !== phone() || $("text").hidden) news.tell(who);
  refresh();
}

export function shown({ body, gloss, segments, units, encoding }) {
  const e = bubble("theirs", body, isKhmer(body) ? "km" : "en", gloss);
  const size = make("span", "size");
  Object.assign(size.dataset, { segments, units, encoding });
  e.append(size);
  return e;
}

/** In the language of the page, which may change later. */
export function measure({ dataset: { segments, units, encoding } }) {
  return `${word("segment")(segments)} · ${units} ${word("units")} · ${encoding === "gsm7" ? "GSM-7" : "UCS-2"}`;
}

/** Another number is another thread on another phone. */
export function anew() {
  if (!$("text").hidden) news.seen(phone());
  const items = threads.get(phone()) ?? [];
  $("thread").replaceChildren(...items);
  items.at(-1)?.scrollIntoView({ block: "nearest" });
  refresh();
}

export function refresh() {
  const withheld = from() === "anonymous";
  $("send").disabled = $("body").disabled = withheld;
  for (const size of $("thread").querySelectorAll(".size")) size.textContent = measure(size);
  for (const mark of $("thread").querySelectorAll(".unasked")) mark.textContent = word("unasked");
  $("thread").dataset.empty = word(`try-${to()}`);
  if (withheld) $("thread").replaceChildren(note(word("withheld-text")));
}

export function start() {
  $("write").addEventListener("submit", send);
  $("body").addEventListener("keydown", event => {
    // Enter while an input method composes chooses a word.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  });
}

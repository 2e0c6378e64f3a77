import { sentence } from "/simulator/effects.js";
import * as news from "/simulator/news.js";
import { $, add, ask, bubble, make, note } from "/simulator/page.js";
import { bells } from "/simulator/ringing.js";
import { measure, shown } from "/simulator/texting.js";
import { word } from "/simulator/words.js";

let number = null; // of somebody who is told of alerts
let call = null;   // its id while it lasts

const ring = bells("duty-ringing", ({ call: id }, how) => {
  if (how === "answer") put(note(word("rings")));
  return hear("pickup", { call: id, how });
});

/** @param {string|null} phone its number @param calls those that ring it now */
export function show(phone, texts, calls) {
  number = phone;
  $("duty").hidden = !phone;
  $("duty-number").textContent = phone ?? "";
  for (const { message } of texts) {
    const e = shown(message);
    e.append(make("span", "unasked", word("unasked")));
    put(e);
  }
  ring(call ? [] : calls);
  if ((texts.length || calls.length) && $("duty-thread").getBoundingClientRect().bottom > innerHeight) news.tell("duty");
}

function put(...items) {
  add($("duty-thread"), ...items);
  refresh();
}

async function send(event) {
  event.preventDefault();
  const body = $("duty-body").value.trim();
  if (!body || $("duty-send").disabled) return;
  $("duty-send").disabled = true;
  $("duty-body").value = "";
  put(bubble("mine", body));
  const answer = await ask("text", { from: number, to: "public", body });
  $("duty-send").disabled = false;
  if (answer.sentence) return put(note(answer.sentence));
  put(...answer.messages.map(shown), ...answer.turns.flatMap(turn => turn.engine?.effects ?? []).map(effect => note(sentence(effect))));
}

async function hear(act, body) {
  const answer = await ask(act, body);
  call = answer.takes === "keys" ? answer.call : null;
  put(...(answer.heard ?? []).map(heard => bubble("theirs", heard.words, heard.language, heard.gloss)), ...answer.sentence ? [note(answer.sentence)] : []);
}

export function speak() {
  ring();
  refresh();
}

function refresh() {
  $("duty-call").hidden = call === null;
  $("duty-write").hidden = call !== null;
  $("duty-thread").dataset.empty = word("duty-empty");
  for (const size of $("duty-thread").querySelectorAll(".size")) size.textContent = measure(size);
  for (const mark of $("duty-thread").querySelectorAll(".unasked")) mark.textContent = word("unasked");
}

export function start() {
  $("duty-write").addEventListener("submit", send);
  $("duty-key").addEventListener("click", () => {
    put(bubble("mine", "1"));
    return hear("keys", { call, keys: "1" });
  });
  $("duty-hangup").addEventListener("click", () => hear("hangup", { call }));
}

import { from, to } from "/simulator/caller.js";
import { show } from "/simulator/happened.js";
import { $, add, ask, bubble, make, note } from "/simulator/page.js";
import { hush, say } from "/simulator/voice.js";
import { word } from "/simulator/words.js";

let call = null;    // its id while it lasts
let takes = "idle"; // idle, keys, recording, nothing
let maxKeys = 0, finishKey = "", typed = "", busy = false;

async function act(name, body) {
  if (busy) return;
  busy = true;
  hush();
  refresh();
  const answer = await ask(name, body);
  busy = false;
  if (answer.sentence) add($("heard"), note(answer.sentence));
  else {
    ({ takes, maxKeys, finishKey } = answer);
    call = takes === "nothing" ? null : answer.call;
    add($("heard"), ...answer.heard.map(heard => bubble("theirs", heard.words, heard.language, heard.gloss)));
    say(answer.heard);
    if (answer.turns.length) show(answer.turns);
  }
  typed = "";
  refresh();
}

function dial() {
  $("heard").replaceChildren();
  return act("call", { from: from(), to: to() });
}

/** Where one key is asked it is sent at once; longer entries end with their key, their length, or a silence. */
function press(key) {
  if (!call || busy || takes === "nothing") return;
  typed += key;
  refresh();
  if (takes === "recording" || key === finishKey || (maxKeys && typed.length >= maxKeys)) {
    add($("heard"), bubble("mine", typed));
    act("keys", { call, keys: typed });
  }
}

function silence() {
  if (typed) {
    add($("heard"), bubble("mine", typed));
    act("keys", { call, keys: typed });
  } else {
    add($("heard"), note(`… ${word("silence")} …`));
    act("silence", { call });
  }
}

function speak(hangUp) {
  add($("heard"), bubble("mine", `● ${word("record")}`));
  return act("record", { call, seconds: 20, hangUp });
}

export function refresh() {
  const on = call !== null && !busy;
  $("line").textContent = word(`line-${takes}`);
  $("typed").textContent = typed;
  $("dial").disabled = call !== null || busy;
  $("hangup").disabled = !on;
  $("silence").disabled = !on;
  $("record").hidden = $("record-hangup").hidden = takes !== "recording";
  $("record").disabled = $("record-hangup").disabled = !on;
  for (const key of $("keypad").children) {
    key.disabled = !on;
    key.setAttribute("aria-label", `${word("key")} ${{ "*": word("star"), "#": word("hash") }[key.dataset.key] ?? key.dataset.key}`);
  }
}

/** Whoever changes phones hangs up first. */
export async function anew() {
  if (call) await act("hangup", { call });
  $("heard").replaceChildren();
  takes = "idle";
  refresh();
}

export function start() {
  for (const key of "123456789*0#") {
    const e = make("button", "", key);
    e.type = "button";
    e.dataset.key = key;
    e.addEventListener("click", () => press(key));
    $("keypad").append(e);
  }
  $("dial").addEventListener("click", dial);
  $("hangup").addEventListener("click", () => act("hangup", { call }));
  $("silence").addEventListener("click", silence);
  $("record").addEventListener("click", () => speak(false));
  $("record-hangup").addEventListener("click", () => speak(true));
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
    if (!typing && !$("call").hidden && event.key.length === 1 && "0123456789*#".includes(event.key)) press(event.key);
  });
}

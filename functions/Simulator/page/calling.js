import { from, phone, to } from "/simulator/caller.js";
import { show } from "/simulator/happened.js";
import { $, add, ask, bubble, make, note } from "/simulator/page.js";
import { hush, say } from "/simulator/voice.js";
import { word } from "/simulator/words.js";

let call = null;    // its id while it lasts
let caller = "";    // the phone it comes from
let takes = "idle"; // idle, keys, recording, answer, nothing
let maxKeys = 0, finishKey = "", typed = "", busy = false;

async function act(name, body) {
  if (busy) return;
  busy = true;
  const who = caller;
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
    if (answer.engaged) add($("heard"), note(word("engaged")));
    if (answer.turns.length) show(answer.turns, who);
  }
  typed = "";
  refresh();
  return answer;
}

function begin() {
  $("heard").replaceChildren();
  caller = phone();
  // The button goes: whoever used the keyboard must not be sent to the top of the page.
  $("heard").focus({ preventScroll: true });
}

async function dial(line) {
  begin();
  await act("call", { from: from(), to: line });
}

/** A call of the hotline's own. */
export async function answer(id) {
  begin();
  call = id;
  if ((await act("pickup", { call: id, how: "answer" })).takes) return;
  call = null;
  refresh();
}

export const talks = () => call !== null || busy;

/** Where one key is asked it is sent at once; longer entries end with their key, their length, or a silence. */
function press(key) {
  if (!call || busy || takes === "nothing" || takes === "answer") return;
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

function rung(person) {
  add($("heard"), note(word(person ? "person-answers" : "nobody-answers")));
  return act("rung", { call, person });
}

export function refresh() {
  const on = call !== null && !busy;
  // Whoever calls changes neither phone nor line: the keypad gets the room.
  $("call").classList.toggle("on", call !== null);
  $("dial").hidden = $("missed").hidden = call !== null;
  $("silence").hidden = $("hangup").hidden = call === null;
  $("line").textContent = word(`line-${takes}`);
  $("typed").textContent = typed;
  $("dial").disabled = $("missed").disabled = call !== null || busy;
  $("hangup").disabled = !on;
  $("silence").disabled = !on || takes === "answer";
  $("record").hidden = $("record-hangup").hidden = takes !== "recording";
  $("record").disabled = $("record-hangup").disabled = !on;
  $("keypad").hidden = takes === "answer";
  $("person-answers").hidden = $("nobody-answers").hidden = takes !== "answer";
  $("person-answers").disabled = $("nobody-answers").disabled = !on || takes !== "answer";
  for (const key of $("keypad").children) {
    key.disabled = !on || takes === "answer";
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
  $("dial").addEventListener("click", () => dial(to()));
  $("missed").addEventListener("click", () => dial("missed-call"));
  $("hangup").addEventListener("click", () => act("hangup", { call }));
  $("silence").addEventListener("click", silence);
  $("person-answers").addEventListener("click", () => rung(true));
  $("nobody-answers").addEventListener("click", () => rung(false));
  $("record").addEventListener("click", () => speak(false));
  $("record-hangup").addEventListener("click", () => speak(true));
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
    if (!typing && !$("call").hidden && event.key.length === 1 && "0123456789*#".includes(event.key)) press(event.key);
  });
}

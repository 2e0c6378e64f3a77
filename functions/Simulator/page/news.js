import { choose } from "/simulator/caller.js";
import { $, make } from "/simulator/page.js";
import { word } from "/simulator/words.js";

// Threads in which something waits to be read, the oldest first: a phone and a line, or the duty phone.
const fresh = new Set();

export function tell(who) {
  fresh.add(who);
  refresh();
}

export function seen(who) {
  if (fresh.delete(who)) refresh();
}

export function refresh() {
  $("news").replaceChildren(...[...fresh].map(who => {
    const [number, line] = who.split(" ");
    const e = make("button", "", `${word("new")} ${line ? `${number} · ${word(`to-${line}`)}` : word("duty")}`);
    e.type = "button";
    e.addEventListener("click", () => line ? choose(number, line) : read());
    return e;
  }));
  $("tab-text").classList.toggle("fresh", fresh.size > 0);
}

function read() {
  seen("duty");
  $("duty").scrollIntoView();
}

import { $, make } from "/simulator/page.js";
import { word } from "/simulator/words.js";

const ways = { answer: "main", "no-answer": "", busy: "end" };

/** The phones that ring, in a box of their own. @returns what shows these calls and no others, or without any the same ones in another language. */
export function bells(box, take) {
  let shown = [];
  return calls => {
    // Nothing moves under a finger that is about to press.
    if (calls && calls.map(({ call }) => call).join() === shown.map(({ call }) => call).join()) return;
    shown = calls ?? shown;
    $(box).replaceChildren(...shown.map(call => card(call, take)));
  };
}

function card({ call, phone, line }, take) {
  const buttons = Object.entries(ways).map(([how, look]) => {
    const e = make("button", look, word(`ring-${how}`));
    e.type = "button";
    e.dataset.how = how;
    e.addEventListener("click", () => {
      for (const each of buttons) each.disabled = true;
      take({ call, phone, line }, how);
    });
    return e;
  });
  const e = make("div", "ring", "", make("p", "", word("rings")), make("p", "quiet", `${phone} ← ${word(`to-${line}`)}`), make("div", "ways", "", ...buttons));
  e.setAttribute("role", "alert");
  return e;
}

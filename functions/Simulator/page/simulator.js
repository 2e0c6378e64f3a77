import * as caller from "/simulator/caller.js";
import * as calling from "/simulator/calling.js";
import * as duty from "/simulator/duty.js";
import * as happened from "/simulator/happened.js";
import * as inbox from "/simulator/inbox.js";
import * as news from "/simulator/news.js";
import { $, ask } from "/simulator/page.js";
import { bells } from "/simulator/ringing.js";
import * as texting from "/simulator/texting.js";
import { speak } from "/simulator/words.js";

const tabs = ["text", "call"];

function open(tab) {
  for (const each of tabs) {
    $(each).hidden = each !== tab;
    $(`tab-${each}`).setAttribute("aria-selected", each === tab);
    $(`tab-${each}`).tabIndex = each === tab ? 0 : -1;
  }
  if (tab === "text") news.seen(caller.phone());
}

const ring = bells("ringing", ({ call, phone, line }, how) => {
  if (how !== "answer") return ask("pickup", { call, how });
  ring([]);
  caller.choose(phone, line === "check-in" ? line : "public");
  open("call");
  return calling.answer(call);
});

function use(language) {
  speak(language);
  localStorage.setItem("language", language);
  caller.name();
  texting.refresh();
  calling.refresh();
  happened.refresh();
  news.refresh();
  duty.speak();
  ring();
}

for (const tab of tabs) {
  $(`tab-${tab}`).addEventListener("click", () => open(tab));
  $(`tab-${tab}`).addEventListener("keydown", event => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tabs.find(each => each !== tab);
    open(other);
    $(`tab-${other}`).focus();
  });
}
for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => use(button.dataset.language));
caller.start(() => { texting.anew(); calling.anew(); happened.refresh(); });
texting.start();
calling.start();
duty.start();
use(localStorage.getItem("language") ?? "km");
inbox.start(({ duty: number, texts, calls }) => {
  for (const text of texts.filter(({ phone }) => phone !== number)) texting.arrive(text);
  duty.show(number, texts.filter(({ phone }) => phone === number), calls.filter(({ phone }) => phone === number));
  // One ear for one call: the others ring on.
  ring(calling.talks() ? [] : calls.filter(({ phone }) => phone !== number).slice(0, 1));
});

import * as caller from "/simulator/caller.js";
import * as calling from "/simulator/calling.js";
import * as happened from "/simulator/happened.js";
import { $ } from "/simulator/page.js";
import * as texting from "/simulator/texting.js";
import { speak } from "/simulator/words.js";

const tabs = ["text", "call"];

function open(tab) {
  for (const each of tabs) {
    $(each).hidden = each !== tab;
    $(`tab-${each}`).setAttribute("aria-selected", each === tab);
    $(`tab-${each}`).tabIndex = each === tab ? 0 : -1;
  }
}

function use(language) {
  speak(language);
  localStorage.setItem("language", language);
  caller.name();
  texting.refresh();
  calling.refresh();
  happened.refresh();
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
use(localStorage.getItem("language") ?? "km");

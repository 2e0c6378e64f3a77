import { $ } from "/simulator/page.js";
import { word } from "/simulator/words.js";

// Who calls. Invented numbers: nothing is ever sent to them.
export const from = () => $("from").value;
export const to = () => $("to").value;

/** Each of our lines is another thread on the same phone. */
export const phone = () => `${from()} ${to()}`;

export function name() {
  for (const option of $("from").options)
    option.textContent = option.dataset.country ? `${option.value} ${word(option.dataset.country)}` : option.value === "anonymous" ? word(option.value) : option.value;
}

/** As if chosen by hand: a phone that nobody has used here comes into the list. */
export function choose(number, line) {
  if (![...$("from").options].some(option => option.value === number)) $("from").prepend(new Option(number, number));
  $("from").value = number;
  $("to").value = line;
  $("from").dispatchEvent(new Event("change"));
}

export function start(changed) {
  $("from").addEventListener("change", changed);
  $("to").addEventListener("change", changed);
  // The phones used before stay in the list: with a code people come back from another, and then from the first.
  $("fresh").addEventListener("click", () => {
    const [chosen] = $("from").selectedOptions;
    const like = chosen.dataset.country ? chosen : $("from").options[0];
    const eight = 10_000_000 + crypto.getRandomValues(new Uint32Array(1))[0] % 90_000_000;
    const option = like.cloneNode();
    option.value = like.value.slice(0, -8) + eight;
    like.after(option);
    $("from").value = option.value;
    name();
    changed();
  });
}

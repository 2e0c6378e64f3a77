import { $ } from "/simulator/page.js";
import { word } from "/simulator/words.js";

// Who calls. Invented numbers: nothing is ever sent to them.
export const from = () => $("from").value;
export const to = () => $("to").value;

/** Each of our lines is another thread on the same phone. */
export const phone = () => `${from()} ${to()}`;

export function name() {
  for (const option of $("from").options)
    option.textContent = option.dataset.country ? `${option.value} ${word(option.dataset.country)}` : word(option.value);
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

import { $ } from "/simulator/page.js";
import { word } from "/simulator/words.js";

// Who calls. Invented numbers: nothing is ever sent to them.
const numbers = { KH: "+85512345678", TH: "+66812345678", VN: "+84912345678" };

export const to = () => $("to").value;
export const from = () => numbers[$("from").value] ?? "anonymous";

/** Each of our lines is another thread on the same phone. */
export const phone = () => `${from()} ${to()}`;

export function name() {
  for (const option of $("from").options)
    option.textContent = option.value in numbers ? `${numbers[option.value]} ${word(option.value)}` : word(option.value);
}

export function start(changed) {
  $("from").addEventListener("change", changed);
  $("to").addEventListener("change", changed);
  $("fresh").addEventListener("click", () => {
    const country = $("from").value in numbers ? $("from").value : "KH";
    const eight = 10_000_000 + crypto.getRandomValues(new Uint32Array(1))[0] % 90_000_000;
    numbers[country] = numbers[country].slice(0, -8) + eight;
    $("from").value = country;
    name();
    changed();
  });
}

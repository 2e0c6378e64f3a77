import { word } from "/simulator/words.js";

export const $ = id => document.getElementById(id);

/** A new element. Text only, never markup: whatever callers write is shown as they wrote it. */
export function make(tag, className, text, ...children) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  if (text) e.textContent = text;
  e.append(...children);
  return e;
}

/** What the gateway's phone answers; a sentence instead when there is no answer. */
export async function ask(act, body) {
  try {
    const response = await fetch(`/simulator/${act}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const answer = await response.json();
    return answer.name ? { ...answer, sentence: word(answer.name) } : answer;
  } catch {
    return { sentence: word("no-gateway") };
  }
}

/** Adds below, and shows where the new begins: a long prompt is read from its first word. */
export function add(list, ...items) {
  list.append(...items);
  if (items.length) list.scrollTop = items[0].offsetTop - 14;
}

export const note = text => make("li", "note", text);

/** Words with the English beneath. */
export function bubble(side, words, lang, gloss) {
  const e = make("li", side, words);
  if (lang) e.lang = lang;
  if (gloss) {
    const g = make("span", "gloss", gloss);
    g.lang = "en";
    e.append(g);
  }
  return e;
}

import { phone } from "/simulator/caller.js";
import { sentence } from "/simulator/effects.js";
import { $, make } from "/simulator/page.js";
import { language, word } from "/simulator/words.js";

const lastOf = new Map();

export function show(turns, who) {
  lastOf.set(who, turns);
  refresh();
}

export function refresh() {
  const last = lastOf.get(phone()) ?? [];
  const engines = last.map(turn => turn.engine).filter(Boolean);
  const refused = last.find(turn => turn.status < 200 || turn.status > 299);
  const cards = [];
  if (!last.length) cards.push(make("p", "card quiet", word("happened-empty")));
  if (refused) cards.push(make("p", "card", word("refused")(refused.status || "–")));
  if (engines.length) cards.push(state(engines.at(-1), engines), effects(engines), answers(engines.at(-1)));
  if (last.length) cards.push(twiml(last));
  $("happened").replaceChildren(...cards.filter(Boolean));
}

function state(now, engines) {
  const sum = name => engines.reduce((total, engine) => total + engine[name], 0);
  const facts = make("dl", "facts");
  fact(facts, "language", word(`lang-${now.language ?? "none"}`));
  if (now.segmentsInAll) {
    fact(facts, "segments", `${sum("segments")} · $${sum("price").toFixed(2)}`);
    fact(facts, "segments-all", `${now.segmentsInAll} · $${now.priceInAll.toFixed(2)}`);
  }
  if (now.words) fact(facts, "own-words", String(now.words));
  if (now.recordings) fact(facts, "recordings", String(now.recordings));
  const name = make("p", "state", now.state ?? word("forgotten"));
  name.id = "state";
  return make("div", "card", "", make("h3", "", word("state")), name, facts);
}

function fact(list, key, value) {
  list.append(make("div", "", "", make("dt", "", word(key)), make("dd", "", value)));
}

function effects(engines) {
  const list = make("ul", "effects");
  list.id = "effects";
  for (const effect of engines.flatMap(engine => engine.effects)) {
    const item = make("li", effect.kind === "alert" ? "urgent" : "", sentence(effect));
    item.dataset.effect = effect.kind;
    list.append(item);
  }
  return list.children.length ? make("div", "card", "", make("h3", "", word("effects")), list) : null;
}

function answers(now) {
  if (!now.state) return null;
  const list = make("dl", "answers");
  list.id = "answers";
  for (const { name, value, khmer, english } of now.answers)
    list.append(make("dt", "", name), make("dd", "", (language === "km" ? khmer : english) ?? value));
  return make("div", "card", "", make("h3", "", word("answers")), list.children.length ? list : make("p", "quiet", word("none")));
}

function twiml(turns) {
  const details = make("details", "card", "", make("summary", "", word("twiml")));
  for (const turn of turns)
    details.append(make("p", "quiet", `POST ${turn.path} → ${turn.status}`), make("pre", "", turn.twiml.replaceAll("><", ">\n<") || "–"));
  return details;
}

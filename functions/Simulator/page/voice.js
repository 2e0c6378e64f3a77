// The sound of a call: recordings where they all exist, else a voice of that very language, else nothing. Never an English voice for Khmer.
let generation = 0;
let playing = null;

export function hush() {
  generation++;
  playing?.pause();
  globalThis.speechSynthesis?.cancel();
}

export async function say(heard) {
  const mine = generation;
  for (const prompt of heard) {
    if (mine !== generation) return;
    if (prompt.sounds.length) for (const sound of prompt.sounds) await play(sound, mine);
    else await readOut(prompt, mine);
  }
}

function play(sound, mine) {
  if (mine !== generation) return null;
  playing = new Audio(sound);
  return new Promise(done => {
    playing.onended = playing.onerror = playing.onpause = done;
    playing.play().catch(done);
  });
}

function readOut({ words, language }, mine) {
  const voice = globalThis.speechSynthesis?.getVoices().find(v => v.lang.toLowerCase().startsWith(language));
  if (!voice || mine !== generation) return null;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  return new Promise(done => {
    utterance.onend = utterance.onerror = done;
    speechSynthesis.speak(utterance);
  });
}

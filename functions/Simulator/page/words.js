// What the page itself says. What the hotline says comes from its own catalogues.
const words = {
  km: {
    title: "ទូរស័ព្ទសាកល្បង", private: "អ្វីៗនៅតែក្នុងកុំព្យូទ័រនេះ។", language: "ភាសា", phone: "ទូរស័ព្ទ",
    to: "ទៅ", "to-public": "លេខសាធារណៈ", "to-check-in": "លេខសួរសុខទុក្ខ",
    "no-check-in-line": "មិនទាន់មានលេខសួរសុខទុក្ខទេ។ សូមដាក់ Provider__CheckInNumber រួចបើកកម្មវិធីម្តងទៀត។",
    from: "ពី", fresh: "លេខថ្មី", "fresh-long": "យកលេខថ្មី ដែលមិនធ្លាប់ហៅមក",
    KH: "កម្ពុជា", TH: "ថៃ", VN: "វៀតណាម", anonymous: "លាក់លេខ",
    text: "សារ", call: "ហៅ", thread: "សារទាំងអស់", write: "សរសេរសារ", send: "ផ្ញើ",
    "try-public": "សាកសរសេរ៖ សួស្តី\nឬសួរ៖ តើធ្វើប៉ាស្ព័រថ្លៃប៉ុន្មាន?", "try-check-in": "លេខនេះ សម្រាប់អ្នកដែលបានចុះឈ្មោះ ដោយ -- clients enrol។",
    heard: "អ្វីដែលឮ", typed: "លេខដែលបានចុច", keypad: "គ្រាប់ចុច", key: "គ្រាប់ចុច", star: "ផ្កាយ", hash: "ក្រឡា",
    silence: "នៅស្ងៀម", record: "និយាយ 20 វិនាទី", "record-hangup": "និយាយ រួចដាក់ចុះ", "person-answers": "មានអ្នកទទួល", "nobody-answers": "គ្មានអ្នកទទួល", dial: "ហៅ", hangup: "ដាក់ចុះ",
    "line-idle": "ចុចប៊ូតុងហៅ ដើម្បីចាប់ផ្តើម។", "line-keys": "កំពុងរង់ចាំគ្រាប់ចុច", "line-recording": "ប៊ីប! កំពុងថតសំឡេង", "line-answer": "កំពុងរោទ៍ទៅអ្នកប្រចាំការ", "line-nothing": "ការហៅបានចប់",
    "withheld-text": "សារត្រូវមានលេខ។ សូមជ្រើសលេខ ដើម្បីផ្ញើសារ។", "no-reply": "គ្មានចម្លើយទេ", "no-gateway": "កម្មវិធីមិនឆ្លើយ។ តើវានៅដំណើរការទេ?",
    unasked: "គ្មានអ្នកណាសួរទេ៖ ផ្ញើមកដោយខ្លួនឯង", new: "ថ្មី៖", "to-missed-call": "លេខសម្រាប់ហៅវិញ",
    missed: "ហៅឱ្យរោទ៍ម្តង", engaged: "រវល់ មិនអស់លុយទេ។ លេខកម្ពុជា នឹងត្រូវហៅវិញ ម្តងក្នុង 10 នាទី។",
    "no-missed-call-line": "មិនទាន់មានលេខសម្រាប់ហៅវិញទេ។ សូមដាក់ Provider__MissedCallNumber រួចបើកកម្មវិធីម្តងទៀត។",
    rings: "ទូរស័ព្ទរោទ៍", "ring-answer": "ទទួល", "ring-no-answer": "ទុកឱ្យរោទ៍", "ring-busy": "រវល់", "rings-no-more": "ឈប់រោទ៍ហើយ។",
    duty: "ទូរស័ព្ទអ្នកប្រចាំការ", "duty-empty": "ដំណឹងបន្ទាន់ មកដល់ទីនេះ។\nឆ្លើយអក្សរ 6 តួ ឬទទួលទូរស័ព្ទ ចុចលេខ 1។", "duty-write": "អក្សរ 6 តួ", "duty-key": "ចុចលេខ 1",
    happened: "អ្វីដែលកើតឡើង", "happened-empty": "សូមផ្ញើសារ ឬហៅ ដើម្បីមើលនៅទីនេះ។",
    state: "ជំហាន", forgotten: "គ្មានអ្វីទុកទៀតទេ", answers: "ចម្លើយដែលទុក", none: "មិនទាន់មាន", effects: "អ្វីដែលធ្វើតាម",
    segments: "SMS លើកនេះ", "segments-all": "SMS ទាំងអស់", "own-words": "សារដែលទុក", recordings: "សំឡេងដែលទុក", twiml: "TwiML ដើម",
    segment: n => `${n} SMS`, units: "ឯកតា", refused: s => `ត្រូវបានបដិសេធ (${s})`, "lang-km": "ខ្មែរ", "lang-en": "អង់គ្លេស", "lang-none": "មិនទាន់ដឹង",
  },
  en: {
    title: "Test phone", private: "Stays on this computer.", language: "Language", phone: "Phone",
    to: "To", "to-public": "The public line", "to-check-in": "The check-in line",
    "no-check-in-line": "There is no check-in line yet: set Provider__CheckInNumber and start again.",
    from: "From", fresh: "New", "fresh-long": "Take a new number that never called before",
    KH: "Cambodia", TH: "Thailand", VN: "Vietnam", anonymous: "Number withheld",
    text: "Text", call: "Call", thread: "Messages", write: "Write a message", send: "Send",
    "try-public": "Try: hello\nor ask: how much is a passport?", "try-check-in": "This line is for people enrolled with -- clients enrol.",
    heard: "What is heard", typed: "Keys pressed so far", keypad: "Keypad", key: "Key", star: "star", hash: "hash",
    silence: "Stay silent", record: "Speak 20 s", "record-hangup": "Speak, hang up", "person-answers": "It is answered", "nobody-answers": "No answer", dial: "Call", hangup: "Hang up",
    "line-idle": "Press Call to begin.", "line-keys": "Waiting for a key", "line-recording": "Beep! Recording", "line-answer": "Ringing the person on duty", "line-nothing": "The call is over",
    "withheld-text": "A text needs a number. Choose one to write from.", "no-reply": "No reply", "no-gateway": "The gateway does not answer. Is it still running?",
    unasked: "nobody asked for it: it came by itself", new: "New:", "to-missed-call": "The number for missed calls",
    missed: "Missed call", engaged: "Engaged, and nothing to pay. A Cambodian number is rung back, once in ten minutes.",
    "no-missed-call-line": "There is no number for missed calls yet: set Provider__MissedCallNumber and start again.",
    rings: "The phone rings", "ring-answer": "Answer", "ring-no-answer": "Let it ring", "ring-busy": "Engaged", "rings-no-more": "It does not ring any more.",
    duty: "The duty phone", "duty-empty": "Alerts arrive here.\nWrite back the six letters, or take the call and press 1.", "duty-write": "The six letters", "duty-key": "Press 1",
    happened: "What happened", "happened-empty": "Send a message or call, then look here.",
    state: "State", forgotten: "nothing is kept", answers: "Answers kept", none: "none yet", effects: "What follows",
    segments: "SMS this time", "segments-all": "SMS in all", "own-words": "Texts kept", recordings: "Recordings kept", twiml: "Raw TwiML",
    segment: n => `${n} SMS`, units: "units", refused: s => `refused (${s})`, "lang-km": "Khmer", "lang-en": "English", "lang-none": "not known yet",
  },
};

export let language = "km";
export const word = key => words[language][key];

export function speak(to) {
  language = to in words ? to : "km";
  document.documentElement.lang = language;
  document.title = `Hotline · ${word("title")}`;
  for (const e of document.querySelectorAll("[data-word]")) e.textContent = word(e.dataset.word);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", word(e.dataset.label));
  for (const e of document.querySelectorAll("[data-hint]")) e.placeholder = word(e.dataset.hint);
  for (const e of document.querySelectorAll("[data-language]")) e.setAttribute("aria-pressed", e.dataset.language === language);
}

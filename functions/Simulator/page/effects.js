import { language } from "/simulator/words.js";

// What follows from a turn. Every kind and every word among the details of EffectViews.cs stands here, in both languages.
const words = {
  km: {
    alert: d => `ជូនដំណឹងបន្ទាន់${d.km ? "៖ " + d.km : ""}`,
    acknowledged: () => "អ្នកប្រចាំការបានឃើញដំណឹងបន្ទាន់ហើយ",
    filed: () => "បានទុករបាយការណ៍ពេញលេញ",
    "filed-as-is": () => "បានទុករបាយការណ៍តាមដែលមាន",
    amended: d => ({
      words: "បានបន្ថែមសារ លើរឿងដែលមានស្រាប់", recording: "បានបន្ថែមសំឡេង លើរឿងដែលមានស្រាប់",
      answer: `បានប្តូរចម្លើយ លើរឿងដែលមានស្រាប់ (${d.slot})`, withdrawal: "បានដករឿងវិញ ហើយលុប",
    })[d.kind],
    "keep-contact": () => "អាចទាក់ទងទៅលេខនេះវិញ",
    "forget-contact": () => "មិនទាក់ទងទៅលេខនេះទេ",
    "opt-out": () => "មិនចង់ទទួលសារទៀត",
    "join-tips": () => "លេខនេះចង់ទទួលគន្លឹះការងារ",
    "leave-tips": () => "លេខនេះលែងទទួលគន្លឹះការងារ",
    "request-call": () => "មនុស្សម្នាក់ត្រូវហៅទៅលេខនេះ",
    "keep-question": d => `បានទុកសំណួរ សម្រាប់អ្នកសរសេរចម្លើយ៖ ${d.text}`,
    "discard-recording": () => "ត្រូវលុបសំឡេងនៅក្រុមហ៊ុនទូរស័ព្ទ",
    wake: d => `បើស្ងាត់ នឹងពិនិត្យម្តងទៀត ${clock(d.when)}`,
    "word-heard": d => ({
      safe: "ពាក្យសម្ងាត់ត្រឹមត្រូវ", wrong: "មិនមែនពាក្យសម្ងាត់ទេ៖ ប្រាប់អ្នកទទួលបន្ទុក", duress: "ពាក្យដែលមានន័យថា មានគេបង្ខំ៖ ប្រាប់អ្នកទទួលបន្ទុក",
      help: "សុំជំនួយ មិនមែនពាក្យសម្ងាត់៖ ប្រាប់អ្នកទទួលបន្ទុក", "safe-but-locked": "ពាក្យសម្ងាត់ត្រឹមត្រូវ តែបានបិទ ក្រោយខុសបីដង",
    })[d.kind],
    "pause-client": d => `ឈប់ផ្ញើសារសិន៖ ${{ "no-word": "គ្មានពាក្យសម្ងាត់", stopped: "គាត់សុំឈប់" }[d.why]}`,
    "tell-caseworker": d => `ប្រាប់អ្នកទទួលបន្ទុក៖ ${{ talk: "ចង់និយាយគ្នា", call: "ចង់ឱ្យហៅទៅ", help: "សុំជំនួយ", "not-safe": "កន្លែងគេងមិនមានសុវត្ថិភាព", duress: "មានគេបង្ខំ" }[d.what]}`,
    "check-in-done": d => ({ finished: "បានទុកចម្លើយ", unfinished: "បានទុកចម្លើយ ត្រឹមដែលបានឆ្លើយ" })[d["how-far"]],
    counted: d => `បានរាប់៖ ${{
      filed: "បានទុករបាយការណ៍", "filed-as-is": "បានទុករបាយការណ៍តាមដែលមាន", answered: "បានចប់ដោយមានចម្លើយ", abandoned: "បានឈប់មុនចប់",
      unsafe: "ឥឡូវនេះមិនមានសុវត្ថិភាព", stopped: "សុំឈប់", erased: "បានលុប", withdrawn: "បានដកវិញ",
    }[d.end]}`,
  },
  en: {
    alert: d => `Alert raised${d.en ? ": " + d.en : ""}`,
    acknowledged: () => "The person on duty has seen the alert",
    filed: () => "Report filed, finished",
    "filed-as-is": () => "Report filed as it stood",
    amended: d => ({
      words: "A text was added to the report of the code", recording: "A recording was added to the report of the code",
      answer: `An answer was changed in the report of the code (${d.slot})`, withdrawal: "The report of the code was taken back and deleted",
    })[d.kind],
    "keep-contact": () => "This number may be contacted",
    "forget-contact": () => "This number is not contacted",
    "opt-out": () => "Wants no more messages",
    "join-tips": () => "This number gets tips",
    "leave-tips": () => "This number gets no tips any more",
    "request-call": () => "A person is to ring this number",
    "keep-question": d => `Question kept for whoever writes the answers: ${d.text}`,
    "discard-recording": () => "A recording is to be deleted at the carrier",
    wake: d => `If nothing comes, looked at again ${clock(d.when)}`,
    "word-heard": d => ({
      safe: "The safe word", wrong: "Not the safe word: the caseworker is told", duress: "The duress word: the caseworker is told",
      help: "A cry for help, not the safe word: the caseworker is told", "safe-but-locked": "The safe word, but three wrong ones had locked the line",
    })[d.kind],
    "pause-client": d => `Written to no more: ${{ "no-word": "the safe word did not come", stopped: "they asked to stop" }[d.why]}`,
    "tell-caseworker": d => `The caseworker is told: ${{ talk: "wants to talk", call: "wants to be called", help: "a cry for help", "not-safe": "not safe where they sleep", duress: "under duress" }[d.what]}`,
    "check-in-done": d => ({ finished: "The answers are kept", unfinished: "The answers are kept, as far as they go" })[d["how-far"]],
    counted: d => `Counted: ${{
      filed: "report filed", "filed-as-is": "report filed as it stood", answered: "ended with an answer", abandoned: "left before the end",
      unsafe: "not safe just now", stopped: "asked to stop", erased: "erased", withdrawn: "taken back",
    }[d.end]}`,
  },
};

const clock = when => new Date(when).toLocaleString("en-GB", { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });

export const sentence = ({ kind, details }) => words[language][kind]?.(details) ?? kind;

// Renders verbs with the official library. In: one JSON {kind: "voice"|"messaging", verbs: [...]} a line. Out: one JSON string of XML a line.
'use strict';
const VoiceResponse = require('twilio/lib/twiml/VoiceResponse');
const MessagingResponse = require('twilio/lib/twiml/MessagingResponse');
function add(to, { verb, text, attributes = {}, children = [] }) {
  switch (verb) {
    case 'Gather': { const gather = to.gather(attributes); children.forEach((child) => add(gather, child)); break; }
    case 'Dial': { const dial = to.dial(attributes); children.forEach((child) => dial.number({}, child.text)); break; }
    case 'Message': case 'Play': case 'Say': case 'Redirect': to[verb.toLowerCase()](attributes, text); break;
    case 'Record': case 'Reject': case 'Hangup': to[verb.toLowerCase()](attributes); break;
    default: throw new Error('unknown verb ' + verb);
  }
}
require('readline').createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  const { kind, verbs } = JSON.parse(line);
  const response = kind === 'voice' ? new VoiceResponse() : new MessagingResponse();
  verbs.forEach((verb) => add(response, verb));
  process.stdout.write(JSON.stringify(response.toString()) + '\n');
});

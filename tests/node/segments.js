"use strict";
// stdin: a JSON array of texts. stdout: for each the encoding and the number of segments,
// as the carrier's own calculator sees them.
const { SegmentedMessage } = require("sms-segments-calculator");

const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = texts.map((text) => {
  const message = new SegmentedMessage(text);
  return { encoding: message.encodingName, segments: message.segmentsCount };
});
process.stdout.write(JSON.stringify(answers));

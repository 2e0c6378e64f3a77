// Signs what comes in, one JSON {url, params, token} a line, with the official library; writes one signature a line.
'use strict';
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
require('readline').createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  const { url, params, token } = JSON.parse(line);
  process.stdout.write(getExpectedTwilioSignature(token, url, params) + '\n');
});

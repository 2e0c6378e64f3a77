// Plays the provider for whole conversations: signs each webhook with the official library, posts it, follows the TwiML that comes back.
// In: one JSON job {address, publicUrl, token, account, provider, conversations: [{channel, from, to, says: [...]}]}. Out: one JSON line a step.
'use strict';
const crypto = require('crypto');
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');

const job = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const somleng = job.provider === 'somleng';
const sid = (prefix) => (somleng ? crypto.randomUUID() : prefix + crypto.randomBytes(16).toString('hex'));

async function post(url, params) {
  const answer = await fetch(url.replace(job.publicUrl, job.address), {
    method: 'POST',
    headers: { 'X-Twilio-Signature': getExpectedTwilioSignature(job.token, url, params) },
    body: new URLSearchParams(params),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), xml: await answer.text() };
}

function message({ from, to }, body) {
  const id = sid('SM');
  const params = { MessageSid: id, AccountSid: job.account, From: from, To: to, Body: body, NumMedia: '0', ApiVersion: '2010-04-01' };
  return somleng
    ? { ...params, ReferralNumMedia: '0' }
    : { ...params, SmsSid: id, SmsMessageSid: id, SmsStatus: 'received', NumSegments: '1', ToCountry: 'KH', FromCountry: 'KH', FromCity: '', ToCity: 'PHNOM PENH' };
}

// What pressing, speaking and silence do with the verbs heard last.
function next(xml, said) {
  const action = /<(?:Gather|Record)[^>]* action="([^"]*)"/.exec(xml);
  const after = /<Redirect[^>]*>([^<]*)<\/Redirect>/.exec(xml);
  const url = said === 'silence' ? after : action;
  if (!url) throw new Error(`nothing takes "${said}" here: ${xml}`);
  return url[1];
}

function pressed(call, said) {
  const recording = sid('RE');
  switch (said) {
    case 'call': return { CallStatus: 'ringing' };
    case 'silence': return {};
    case 'hang up': return { CallStatus: 'completed' };
    case 'recording': return somleng
      ? { RecordingUrl: `https://api.somleng.example.org/Accounts/${job.account}/Calls/${call}/Recordings/${recording}`, RecordingDuration: '20' }
      : { RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${job.account}/Recordings/${recording}`, RecordingSid: recording, RecordingDuration: '20', Digits: '#' };
    default: return { Digits: said };
  }
}

async function converse(conversation, number) {
  const call = sid('CA');
  let heard = { xml: '' };
  for (const said of conversation.says) {
    if (conversation.channel === 'text') {
      heard = await post(job.publicUrl + '/sms', message(conversation, said));
    } else {
      const params = { CallSid: call, AccountSid: job.account, From: conversation.from, To: conversation.to, Caller: conversation.from, Called: conversation.to,
        Direction: 'inbound', CallStatus: 'in-progress', ApiVersion: '2010-04-01', ...pressed(call, said) };
      heard = await post(said === 'call' || said === 'hang up' ? job.publicUrl + '/call' : next(heard.xml, said), params);
    }
    process.stdout.write(JSON.stringify({ conversation: number, said, ...heard }) + '\n');
  }
}

(async () => {
  for (let i = 0; i < job.conversations.length; i++) await converse(job.conversations[i], i);
})().catch((error) => { process.stderr.write(String(error.stack) + '\n'); process.exit(1); });

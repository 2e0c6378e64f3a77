// Talks to a provider's API with the official library. In: one JSON job {address, account, token, to, from, callback}. Out: one JSON of what came back.
'use strict';
const path = require('path');
// The packages lie beside the other scripts that run under node, where this one is started.
const peers = path.join(process.cwd(), 'node_modules');
const twilio = require(path.join(peers, 'twilio'));
const RequestClient = require(path.join(peers, 'twilio/lib/base/RequestClient')).default || require(path.join(peers, 'twilio/lib/base/RequestClient'));

class Loopback extends RequestClient {
  constructor(address) {
    super();
    this.address = address;
  }
  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.address) });
  }
}

const job = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const open = (token) => twilio(job.account, token, { httpClient: new Loopback(job.address) });
const code = (promise) => promise.then(() => null, (error) => error.code);

(async () => {
  const client = open(job.token);
  const made = [];
  for (let i = 0; i < 7; i++) {
    made.push(await client.messages.create({ to: job.to, from: job.from, body: `សារ ${i}`, statusCallback: job.callback, validityPeriod: 3600 }));
  }
  const { sid } = made[0];
  const fetched = await client.messages(sid).fetch();
  const listed = await client.messages.list({ from: job.from, pageSize: 3 });
  const call = await client.calls.create({ to: job.to, from: job.from, url: job.callback, statusCallbackEvent: ['ringing', 'completed'], timeout: 20 });
  const ended = await client.calls(call.sid).update({ status: 'completed' });
  const out = {
    status: made[0].status, created: made[0].dateCreated, segments: made[0].numSegments, fetched: fetched.body, listed: listed.map((one) => one.body),
    early: await code(client.messages(sid).remove()),
    badNumber: await code(client.messages.create({ to: '12', from: job.from, body: 'x' })),
    noBody: await code(client.messages.create({ to: job.to, from: job.from })),
    stranger: await code(open('wrong').messages(sid).fetch()),
    nobody: await code(client.messages('SM' + '0'.repeat(32)).fetch()),
    call: call.status, ended: ended.status, endedAgain: await code(client.calls(call.sid).update({ status: 'completed' })),
    deleted: await client.messages(job.final).remove(), deletedAgain: await code(client.messages(job.final).remove()),
  };
  process.stdout.write(JSON.stringify(out));
})().catch((error) => { process.stderr.write(String(error.stack) + '\n'); process.exit(1); });

// The same as TablesBench does, through @azure/data-tables. usage: node tables-node.js CONNECTION [NUMBER]
'use strict';
const { TableClient } = require('@azure/data-tables');
const { randomBytes } = require('crypto');

const number = Number(process.argv[3] ?? 3000);
const body = randomBytes(600);
const client = TableClient.fromConnectionString(process.argv[2], `node${process.hrtime.bigint()}`, { allowInsecureConnection: true });
const entity = (key) => ({ partitionKey: '00', rowKey: key, Commit: '0123456789abcdef', Body: body });
const read = () => client.getEntity('00', 'session');
const commit = (turn) => client.submitTransaction([['upsert', entity('session'), 'Replace'], ['create', entity(`turn|${turn}`)], ['create', entity(`answer|${turn}`)]]);

async function timed(one) {
  const times = [];
  for (let i = 0; i < number; i++) {
    const started = process.hrtime.bigint();
    await one(i);
    times.push(Number(process.hrtime.bigint() - started) / 1000);
  }
  return times.sort((a, b) => a - b);
}

(async () => {
  await client.createTable();
  await commit('first');
  for (let warm = 0; warm < number / 4; warm++) {
    await read();
    await commit(`w${warm}`);
  }
  const [reads, commits] = [await timed(read), await timed((i) => commit(`t${i}`))];
  const at = (times, part) => Math.round(times[Math.floor(number * part)]);
  console.log(JSON.stringify({ client: '@azure/data-tables', read_us: at(reads, 0.5), read_p99_us: at(reads, 0.99), commit_us: at(commits, 0.5), commit_p99_us: at(commits, 0.99) }));
})();

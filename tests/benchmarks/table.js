// JSON lines of peers.sh -> Markdown: medians, and ratios of CPU time and throughput.
'use strict';
const lines = require('fs').readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];
const of = (kind, peer, field, connections) =>
  median(lines.filter(l => l.kind === kind && (peer === null || l.peer === peer) && (connections === undefined || l.connections === connections)).map(l => typeof field === 'function' ? field(l) : l[field]));
const peers = kind => [...new Set(lines.filter(l => l.kind === kind).map(l => l.peer))];
const row = (...cells) => console.log('| ' + cells.join(' | ') + ' |');
const table = (...head) => { console.log(); row(...head); row(...head.map(() => '---')); };
const cpu = l => l.ticks * 1e4 / (l.rps * 4);

table('engine', 'turns/s', 'CPU us a turn', 'p99 us', 'session bytes', 'bytes allocated a turn', 'CPU against csharp-stj');
for (const peer of peers('engine'))
  row(peer, of('engine', peer, 'turns_per_s'), of('engine', peer, 'cpu_us'), of('engine', peer, 'p99_us'), of('engine', peer, 'session_bytes_utf8'), of('engine', peer, 'alloc_bytes_turn') ?? '-',
    (of('engine', peer, 'cpu_us') / of('engine', 'csharp-stj', 'cpu_us')).toFixed(2));
console.log(`\nours: ${(of('engine', 'ours', 'turns_per_s') / of('engine', 'xstate', 'turns_per_s')).toFixed(1)} times xstate's turns/s, ${(of('engine', 'ours', 'turns_per_s') / of('engine', 'floip-stripped', 'turns_per_s')).toFixed(0)} times FLOIP's`);
for (const kind of ['turn', 'door']) {
  table(kind === 'turn' ? 'whole turn over HTTP' : 'door alone', '1: a second, p99 ms', '16', '64', 'CPU us, 64');
  for (const peer of peers(kind))
    row(peer, ...[1, 16, 64].map(c => `${of(kind, peer, 'rps', c)}, ${of(kind, peer, 'p99_ms', c)}`), of(kind, peer, cpu, 64).toFixed(1));
}
table('under load', 'turns/s', 'p99 ms', 'worst ms', 'turns a group commit');
for (const kind of ['writers', 'fsyncs'])
  row(kind === 'writers' ? '8 callers' : '64 callers', of(kind, null, 'turns_per_s'), of(kind, null, 'p99_ms'), of(kind, null, 'max_ms'), (1 / of(kind, null, 'fsyncs_per_turn')).toFixed(1));
console.log(`\nstart to first signed reply: ${of('start', null, 'start_ms_median')} ms (best ${of('start', null, 'start_ms_best')})`);

// Reads what the gateway's store wrote with the official client, and writes what it is to read.
// In: one JSON object {connection, table, partition}. Out: one JSON object of what was read.
const { TableClient } = require('@azure/data-tables');

async function main() {
  let text = '';
  for await (const part of process.stdin) text += part;
  const { connection, table, partition } = JSON.parse(text);
  const client = TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });
  const read = [];
  for await (const entity of client.listEntities({ queryOptions: { filter: `PartitionKey eq '${partition}'` } })) {
    const shown = {};
    for (const [name, value] of Object.entries(entity))
      if (!['etag', 'timestamp', 'partitionKey', 'odata.metadata'].includes(name))
        shown[name] = value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') }
          : value instanceof Date ? { date: value.toISOString() }
          : typeof value === 'bigint' ? { int64: value.toString() }
          : value;
    read.push(shown);
  }

  await client.submitTransaction([
    ['create', { partitionKey: partition, rowKey: 'theirs|ក|1', Commit: 'x', Body: Buffer.from('ខ្មែរ'), turns: { type: 'Int64', value: '12' }, seconds: { type: 'Double', value: '3' }, day: new Date('2026-11-22T00:00:00Z'), child: true, flow: 'report' }],
    ['create', { partitionKey: partition, rowKey: "theirs|it's", Commit: 'x' }],
  ]);
  process.stdout.write(JSON.stringify(read));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

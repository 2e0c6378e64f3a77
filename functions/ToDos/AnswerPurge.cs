using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>With every sweep: answers to webhooks that no provider asks for again are taken away.</summary>
public sealed class AnswerPurge(IStore store, Sealer sealer) : IRegularWork
{
    public Chore Chore => Chore.ToDos;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var shard in CallerId.AllShards)
            await store.Sweep(shard, RowKeys.Answers, row => Expired(shard, row, now), cancel);
    }

    private bool Expired(string shard, Row row, DateTimeOffset now) =>
        sealer.Open(shard, row.Key, row.Body.Span) is not { Length: >= sizeof(long) } body || BinaryPrimitives.ReadInt64LittleEndian(body) <= now.ToUnixTimeSeconds();
}

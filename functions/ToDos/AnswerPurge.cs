using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>With every sweep: answers to webhooks that no provider asks for again are taken away, and missed calls that may be answered again.</summary>
public sealed class AnswerPurge(IStore store, Sealer sealer) : IRegularWork
{
    public Chore Chore => Chore.ToDos;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var shard in CallerId.AllShards)
        {
            await store.Sweep(shard, RowKeys.Answers, RowKeys.AnswersUntil(now), _ => true, cancel);
            await store.Sweep(shard, RowKeys.AllRung, RowKeys.After(RowKeys.AllRung), row => Expired(shard, row, now), cancel);
        }
    }

    private bool Expired(string shard, Row row, DateTimeOffset now) =>
        sealer.Open(shard, row.Key, row.Body.Span) is not { Length: >= sizeof(long) } body || BinaryPrimitives.ReadInt64LittleEndian(body) <= now.ToUnixTimeSeconds();
}

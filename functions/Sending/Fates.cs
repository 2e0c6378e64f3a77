using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Sending;

/// <summary>What became of what we sent, in the shard of whoever it went to.</summary>
public sealed class Fates(IStore store, Sealer sealer)
{
    public async ValueTask<Fate?> Read(string shard, string id, CancellationToken cancel) =>
        await store.Read(shard, RowKeys.Fate(id), cancel) is { } row ? Open(shard, row) : null;

    /// <summary>One more word about it. Whoever sent it looks where its client or subscriber lies, under whichever key that was.</summary>
    /// <param name="shards">Of whoever it went to.</param>
    public async ValueTask Hear(IReadOnlyList<string> shards, string id, Fate said, CancellationToken cancel)
    {
        foreach (var shard in shards)
            await Hear(shard, id, said, cancel);
    }

    private async ValueTask Hear(string shard, string id, Fate said, CancellationToken cancel)
    {
        var key = RowKeys.Fate(id);
        while (true)
        {
            var row = await store.Read(shard, key, cancel);
            var before = row is null ? null : Open(shard, row);
            var after = Fate.After(before, said);
            if (after == before)
                return;
            var body = sealer.Seal(shard, key, after.ToJson());
            Write write = row is null ? new Insert(key, body) : new Replace(key, row.Version, body);
            if (await store.Commit(shard, [write], cancel) == CommitResult.Committed)
                return;
        }
    }

    public Fate Open(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span) is { } json && Fate.FromJson(json) is { } fate ? fate : throw new DamagedRow("fate");
}

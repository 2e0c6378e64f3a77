using System.Runtime.CompilerServices;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Rotation;

/// <summary>A store whose rows the ring seals, and its shards.</summary>
public sealed record SealedStore(IStore Store, IShards Shards)
{
    private const string First = " ";
    private const string Last = "\uffff";

    /// <summary>All rows of a shard, a few at a time: one may have nearly a megabyte.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Row>> Pages(IStore store, string shard, int atOnce, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<Row> page;
        for (var from = First; (page = await store.Scan(shard, from, Last, atOnce, cancel)).Count > 0; from = page[^1].Key + " ")
            yield return page;
    }

    public async IAsyncEnumerable<(string Shard, Row Row)> Rows([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var shard in Shards.Shards(cancel))
            await foreach (var page in Pages(Store, shard, 100, cancel))
                foreach (var row in page)
                    yield return (shard, row);
    }
}

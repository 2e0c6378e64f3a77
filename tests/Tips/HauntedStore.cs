using Hotline.Functions.Storage;

namespace Hotline.Tests.Tips;

/// <summary>A store at which the process dies, and which can be made to forget what it was told, to see whether the tests would notice.</summary>
internal sealed class HauntedStore(IStore inner, Death death) : IStore
{
    /// <summary>Writes that are said to be stored and are not.</summary>
    public Func<Write, bool> Loses { get; set; } = _ => false;

    /// <summary>Rows that are there and are not found.</summary>
    public Func<Row, bool> Hides { get; set; } = _ => false;

    public async ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        death.Check();
        return await inner.Read(shard, key, CancellationToken.None);
    }

    public async ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        death.Check();
        return [.. (await inner.Scan(shard, from, to, limit, CancellationToken.None)).Where(row => !Hides(row))];
    }

    public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default) =>
        death.Step(() => inner.Commit(shard, [.. writes.Where(write => !Loses(write))], CancellationToken.None));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

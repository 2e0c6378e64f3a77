using Hotline.Functions.Storage;

namespace Hotline.Tests.Outreach;

/// <summary>A store at which the process dies: before a commit, or after it and before anybody hears that it was made.</summary>
internal sealed class MortalStore(IStore inner) : IStore
{
    private readonly Lock gate = new();
    private int left = int.MaxValue;
    private bool after;

    /// <summary>Died as told; the next start is alive.</summary>
    public bool Died { get; private set; }

    /// <param name="commits">So many more are made.</param>
    /// <param name="afterwards">The last of them is stored.</param>
    public void DieIn(int commits, bool afterwards)
    {
        lock (gate)
            (left, after, Died) = (commits, afterwards, false);
    }

    public void Live()
    {
        lock (gate)
            (left, Died) = (int.MaxValue, false);
    }

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default) => Died ? throw Killed() : inner.Read(shard, key, CancellationToken.None);

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) =>
        Died ? throw Killed() : inner.Scan(shard, from, to, limit, CancellationToken.None);

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        bool dies;
        lock (gate)
        {
            if (Died)
                throw Killed();
            dies = left-- <= 0;
            Died = dies;
        }

        if (dies && !after)
            throw Killed();
        var result = await inner.Commit(shard, writes, CancellationToken.None);
        return dies ? throw Killed() : result;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static OperationCanceledException Killed() => new("killed");
}

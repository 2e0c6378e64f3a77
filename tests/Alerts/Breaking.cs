using System.Diagnostics.CodeAnalysis;
using Hotline.Functions.Storage;

namespace Hotline.Tests.Alerts;

/// <summary>A store that dies between any two steps: before it did something, or after. The same for a seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Breaking(IStore inner, int seed) : IStore
{
    private readonly Random dice = new(seed);

    /// <summary>Of all operations, the share that breaks.</summary>
    public double Rate { get; set; }

    /// <summary>Planted: whoever says that they know is not heard.</summary>
    public bool Deaf { get; set; }

    public int Broken { get; private set; }

    public async ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        Break();
        return await inner.Read(shard, key, cancel);
    }

    public async ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        Break();
        if (Deaf && from.StartsWith("kept|seen", StringComparison.Ordinal))
            return [];
        return await inner.Scan(shard, from, to, limit, cancel);
    }

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        Break();
        var result = await inner.Commit(shard, writes, cancel);
        Break();
        return result;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Break()
    {
        lock (dice)
        {
            if (Rate == 0 || dice.NextDouble() >= Rate)
                return;
            Broken++;
        }

        throw new StoreUnavailable("hotline.db", "the process died", 0);
    }
}

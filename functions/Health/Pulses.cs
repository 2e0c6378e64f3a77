using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Health;

/// <summary>One row for each chore: whoever does it may be another process than the one that is asked.</summary>
public sealed class Pulses(IStore store, Sealer sealer, TimeProvider clock)
{
    /// <summary>What stays the same is written once a minute.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private static readonly string Shard = CallerId.AllShards[0];

    /// <returns>By chore; those that were never done are not among them.</returns>
    public async ValueTask<IReadOnlyDictionary<Chore, Pulse>> Read(CancellationToken cancel = default)
    {
        var all = new Dictionary<Chore, Pulse>();
        var rows = await store.Scan(Shard, RowKeys.Pulses, RowKeys.After(RowKeys.Pulses), cancel: cancel);
        foreach (var chore in Enum.GetValues<Chore>())
            if (rows.FirstOrDefault(row => row.Key == RowKeys.Pulse(chore.Name())) is { } row && Open(row) is { } pulse)
                all.Add(chore, pulse);
        return all;
    }

    public Task Did(Chore chore, int waiting, int dead, DateTimeOffset? away, CancellationToken cancel) =>
        Write(chore, _ => new Pulse(clock.GetUtcNow(), null, waiting, dead, away), cancel);

    /// <param name="failure">A word, and nothing of anyone in it.</param>
    public Task Failed(Chore chore, string failure, CancellationToken cancel) => Write(chore, before => (before ?? new Pulse(null)) with { Failure = failure }, cancel);

    private async Task Write(Chore chore, Func<Pulse?, Pulse> change, CancellationToken cancel)
    {
        var key = RowKeys.Pulse(chore.Name());
        var row = await store.Read(Shard, key, cancel);
        var before = row is null ? null : Open(row);
        var next = change(before);
        if (before is not null && before with { Done = next.Done } == next && (next.Done == before.Done || (next.Done - before.Done)?.Duration() < Again))
            return;
        var body = sealer.Seal(Shard, key, JsonSerializer.SerializeToUtf8Bytes(next, PulseJson.Default.Pulse));
        // Whoever else writes it at this moment has just done the same.
        await store.Commit(Shard, [row is null ? new Insert(key, body) : new Replace(key, row.Version, body)], cancel);
    }

    /// <summary>One that nobody can read is one that nobody wrote.</summary>
    private Pulse? Open(Row row) => sealer.Open(Shard, row.Key, row.Body.Span) is { } json ? JsonSerializer.Deserialize(json, PulseJson.Default.Pulse) : null;
}

using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>Reads what a turn needs.</summary>
public sealed class TurnRows(IStore store, Sealer sealer)
{
    public async ValueTask<(Envelope? Envelope, string? Version)> Session(CallerId caller, string line, CancellationToken cancel)
    {
        var row = await store.Read(caller.Shard, RowKeys.Session(caller, line), cancel);
        return row is null ? (null, null) : (Open(caller.Shard, row), row.Version);
    }

    /// <exception cref="DamagedRow">The row was changed by something that has no key.</exception>
    public Envelope Open(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { } json ? Envelope.FromJson(json) : throw new DamagedRow("session");

    /// <summary>The answer given to this turn id before. Null: the id is new. Empty: answered too long ago to be said again.</summary>
    public async ValueTask<byte[]?> Answer(string shard, string hash, DateTimeOffset now, CancellationToken cancel)
    {
        if (await store.Read(shard, RowKeys.Turn(hash), cancel) is null)
            return null;
        if (await store.Read(shard, RowKeys.Answer(hash), cancel) is not { } row || sealer.Open(shard, row.Key, row.Body.Span) is not { Length: >= sizeof(long) } body)
            return [];
        return BinaryPrimitives.ReadInt64LittleEndian(body) > now.ToUnixTimeSeconds() ? body[sizeof(long)..] : [];
    }
}

/// <summary>A sealed row that does not open: tampered with, moved, or its key is gone.</summary>
public sealed class DamagedRow(string kind) : Exception($"A {kind} row cannot be opened with the keys at hand.");

using System.Buffers.Binary;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>Reads what a turn needs.</summary>
public sealed class TurnRows(IStore store, Sealer sealer)
{
    public async ValueTask<(Envelope? Envelope, string? Version)> Session(TurnRequest request, CancellationToken cancel)
    {
        var shard = request.Caller.Shard;
        var row = await store.Read(shard, RowKeys.Session(request.Caller, request.Line, request.CheckIn), cancel);
        return row is null ? (null, null) : (Open(shard, row), row.Version);
    }

    /// <summary>Whoever is enrolled with this number; a call that hides its number is nobody's.</summary>
    /// <exception cref="DamagedRow">The row was changed by something that has no key.</exception>
    public async ValueTask<ClientSeen?> Client(TurnRequest request, CancellationToken cancel)
    {
        if (!request.CheckIn || request.Number is null)
            return null;
        var (shard, key) = (request.Caller.Shard, RowKeys.Client(request.Caller));
        if (await store.Read(shard, key, cancel) is not { } row)
            return null;
        return new ClientSeen(key, row.Version, sealer.Open(shard, key, row.Body.Span) is { } json ? ClientRow.FromJson(json) : throw new DamagedRow("client"));
    }

    /// <exception cref="DamagedRow">The row was changed by something that has no key.</exception>
    public Envelope Open(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { } json ? Envelope.FromJson(json) : throw new DamagedRow("session");

    /// <summary>The answer given to this turn id before. Null: the id is new. Empty: answered too long ago to be said again.</summary>
    /// <param name="others">Names that the turn has under other keys; its answer lies under one of them.</param>
    public async ValueTask<byte[]?> Answer(string shard, string hash, IReadOnlyList<string> others, DateTimeOffset now, CancellationToken cancel)
    {
        var answer = await Answer(shard, hash, now, cancel);
        for (var i = 0; i < others.Count && answer is null or []; i++)
            answer = await Answer(shard, others[i], now, cancel) ?? answer;
        return answer;
    }

    private async ValueTask<byte[]?> Answer(string shard, string hash, DateTimeOffset now, CancellationToken cancel)
    {
        if (await store.Read(shard, RowKeys.Turn(hash), cancel) is null)
            return null;
        // Most retries come within seconds: the newest first.
        for (var until = now + TurnPlan.AnswerLife; until >= now; until -= RowKeys.AnswerStep)
            if (await store.Read(shard, RowKeys.Answer(hash, until), cancel) is { } row)
                return sealer.Open(shard, row.Key, row.Body.Span) is { Length: >= sizeof(long) } body && BinaryPrimitives.ReadInt64LittleEndian(body) > now.ToUnixTimeSeconds() ? body[sizeof(long)..] : [];
        return [];
    }
}

/// <summary>A sealed row that does not open: tampered with, moved, or its key is gone.</summary>
public sealed class DamagedRow(string kind) : Exception($"A {kind} row cannot be opened with the keys at hand.");

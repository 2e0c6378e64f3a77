using System.Buffers.Binary;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>What a turn needs to know about a receipt: one read of the caller's failed tries, then one of the report.</summary>
public sealed class Lookups(IStore store, Sealer sealer, Pseudonyms pseudonyms, FiledReports reports)
{
    public async ValueTask<Found> Find(TurnRequest request, Lookup lookup, DateTimeOffset now, CancellationToken cancel = default)
    {
        List<long> tried = [];
        foreach (var caller in request.Aliases.Count == 0 ? [request.Caller] : request.Aliases.Select(alias => alias.Caller))
        {
            var prefix = RowKeys.Tried(caller, "");
            tried.AddRange((await store.Scan(caller.Shard, prefix, RowKeys.After(prefix), cancel: cancel)).Select(row => Second(sealer, caller.Shard, row)));
        }

        // While the caller has to wait, a right code is not looked up either: the answer must not tell.
        if (Tries.WaitUntil(tried, now) is { } until)
            return Found.Wait(until);
        foreach (var hash in pseudonyms.OfReceiptByEachKey(lookup.Receipt))
            if (await reports.Read(hash, cancel) is { } report)
                return Of(report);
        return Found.Nothing;
    }

    /// <summary>Written with the turn whose code opened nothing: no tries can be had by hanging up early.</summary>
    public Insert Failed(CallerId caller, string turnHash, DateTimeOffset now)
    {
        var key = RowKeys.Tried(caller, turnHash);
        Span<byte> second = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(second, now.ToUnixTimeSeconds());
        return new Insert(key, sealer.Seal(caller.Shard, key, second));
    }

    /// <summary>When a failed try was; long ago if the row does not open.</summary>
    internal static long Second(Sealer sealer, string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { Length: sizeof(long) } body ? BinaryPrimitives.ReadInt64LittleEndian(body) : 0;

    private static Found Of(FiledReport report)
    {
        var answers = report.Current.Answers;
        return new Found(
            true,
            null,
            report.Read,
            [.. report.Replies.Select(reply => new Reply(reply.Day, reply.Preset, reply.Words))],
            answers.GetValueOrDefault("share"),
            answers.GetValueOrDefault(Slot.Callback),
            report.Original.Language);
    }
}

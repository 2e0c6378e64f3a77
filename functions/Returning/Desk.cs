using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>What a caseworker does with a report: reads it, answers it. Both are seen by whoever comes back with the receipt.</summary>
public sealed class Desk(IStore store, CaseSealer sealer, FiledReports reports, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <returns>The hashes of all reports that a case name means: one, unless it is unknown or names two.</returns>
    public async Task<IReadOnlyList<string>> Find(string name, CancellationToken cancel = default)
    {
        List<string> hashes = [];
        foreach (var shard in CallerId.AllShards)
            hashes.AddRange((await reports.Under(shard, RowKeys.Reports + name, cancel)).Select(row => row.Key[RowKeys.Reports.Length..]).Where(hash => FiledReport.CaseOf(hash) == name));
        return hashes;
    }

    /// <returns>False when the report was withdrawn meanwhile.</returns>
    public Task<bool> MarkRead(string hash, CancellationToken cancel = default) => Add(hash, report => report.Read ? null : (RowKeys.ReadMark, new StoredReply(Today, 0, null, null)), cancel);

    /// <param name="preset">The name of a standard answer; null for <paramref name="words"/>.</param>
    /// <returns>False when the report was withdrawn meanwhile.</returns>
    public Task<bool> Answer(string hash, string? preset, string? words, CancellationToken cancel = default) => Add(
        hash,
        report => report.Replies.Select(reply => reply.Order).Append(0).Max() + 1 is var order ? (order.ToString("D4", System.Globalization.CultureInfo.InvariantCulture), new StoredReply(Today, order, preset, words)) : null,
        cancel);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<bool> Add(string hash, Func<FiledReport, (string Id, StoredReply Reply)?> make, CancellationToken cancel)
    {
        var shard = FiledReports.ShardOf(hash);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await reports.Read(hash, cancel) is not { } report)
                return false;
            if (make(report) is not var (id, reply))
                return true;
            var key = RowKeys.Desk(hash, id);
            var body = sealer.Seal(report.Key, shard, key, JsonSerializer.SerializeToUtf8Bytes(reply, RowJson.Default.StoredReply));
            // With the report as it was read: nothing may lie beside one that was withdrawn in this moment.
            if (await store.Commit(shard, [new Insert(key, body), new Replace(report.Row.Key, report.Row.Version, report.Row.Body)], cancel) == CommitResult.Committed)
                return true;
        }

        throw new TurnTooBusy();
    }
}

using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Reads reports together with the rows that belong to them; all of one report lie in one shard.</summary>
public sealed class FiledReports(IStore store, CaseKeys cases, CaseSealer sealer)
{
    public static string ShardOf(string hash) => CallerId.Parse(hash)!.Value.Shard;

    /// <summary>One storage read when there is none; then nobody sees whether there ever was one.</summary>
    /// <exception cref="DamagedRow">A row was changed by something that has no key.</exception>
    public async ValueTask<FiledReport?> Read(string hash, CancellationToken cancel = default)
    {
        var shard = ShardOf(hash);
        if (await store.Read(shard, RowKeys.Report(hash), cancel) is not { } row)
            return null;
        var key = CaseSealer.NeedsKey(row.Body.Span) ? await cases.Find(hash, cancel) : null;
        // Its key goes before its rows: it is being taken back just now, and for whoever asks it is gone.
        if (key is null && CaseSealer.NeedsKey(row.Body.Span))
            return null;
        return Put(shard, hash, key, row, await Under(shard, RowKeys.Amendment(hash, ""), cancel), await Under(shard, RowKeys.Desk(hash, ""), cancel));
    }

    public async Task<IReadOnlyList<Row>> Under(string shard, string prefix, CancellationToken cancel = default) =>
        await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel);

    private FiledReport Put(string shard, string hash, CaseKey? key, Row row, IReadOnlyList<Row> amendments, IReadOnlyList<Row> desk)
    {
        var amended = amendments.Select(item => new AmendmentRow(item, item.Key[RowKeys.Amendment(hash, "").Length..], Open(shard, key, item, RowJson.Default.StoredAmendment)));
        var replies = desk.Where(item => item.Key != RowKeys.Desk(hash, RowKeys.ReadMark)).Select(item => Open(shard, key, item, RowJson.Default.StoredReply));
        return new FiledReport(
            hash,
            row,
            Open(shard, key, row, RowJson.Default.StoredReport),
            [.. amended.OrderBy(item => item.Amendment.Order)],
            desk.Count > 0,
            [.. replies.OrderBy(reply => reply.Order)])
        { Key = key };
    }

    private T Open<T>(string shard, CaseKey? key, Row row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        sealer.Open(key, shard, row.Key, row.Body.Span) is { } json && JsonSerializer.Deserialize(json, type) is { } value ? value : throw new DamagedRow("report");
}

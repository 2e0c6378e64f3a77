using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotline.Functions.Cases;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Reads all that is filed, landed or still on its way. A row that does not open is counted and the others are shown.</summary>
public sealed class Shelves(IStore store, CaseKeys cases, CaseSealer sealer)
{
    private static readonly Row OnItsWay = new("", "", default, null);

    public async Task<Shelf> Read(CancellationToken cancel = default)
    {
        var reading = new Reading(sealer);
        // First what is on its way, then what has landed: what lands meanwhile is seen at least once.
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await Scan(shard, RowKeys.Todo, cancel))
                if (RowKeys.KindOf(row.Key) == Landing.Kind && reading.Open(shard, row, RowJson.Default.LandedReport) is { } landed)
                    reading.Reports[landed.Key[RowKeys.Reports.Length..]] = (OnItsWay, landed.Report);
                else if (RowKeys.KindOf(row.Key) == AmendmentLanding.Kind && reading.Open(shard, row, RowJson.Default.LandedAmendment) is { } amendment)
                    foreach (var hash in amendment.Reports)
                        reading.Amend(hash, new AmendmentRow(OnItsWay, amendment.Id, amendment.Amendment with { Order = int.MaxValue }));
        foreach (var shard in CallerId.AllShards)
        {
            var (amendments, desks, reports) = (await Scan(shard, RowKeys.Amendments, cancel), await Scan(shard, RowKeys.Desks, cancel), await Scan(shard, RowKeys.Reports, cancel));
            // Read last: each key was there before its rows.
            reading.Keys = await cases.In(shard, cancel);
            foreach (var row in amendments)
                if (reading.Open(shard, row, RowJson.Default.StoredAmendment) is { } amendment && row.Key.Split('|') is [_, var hash, var id])
                    reading.Amend(hash, new AmendmentRow(row, id, amendment));
            foreach (var row in desks)
                if (reading.Open(shard, row, RowJson.Default.StoredReply) is { } reply)
                    reading.Reply(row.Key.Split('|')[1], reply);
            foreach (var row in reports)
                if (reading.Open(shard, row, RowJson.Default.StoredReport) is { } report)
                    reading.Reports[row.Key[RowKeys.Reports.Length..]] = (row, report);
            foreach (var row in await Scan(shard, RowKeys.Kept, cancel))
                if (row.Key.StartsWith(RowKeys.Waiting("alert", ""), StringComparison.Ordinal))
                    Reading.Keep(reading.Alerts, reading.Open(shard, row, RowJson.Default.StoredAlert));
                // -- clients shows those.
                else if (!row.Key.StartsWith(RowKeys.Waiting(StoredPage.Kind, ""), StringComparison.Ordinal))
                    Reading.Keep(reading.Waiting, reading.Open(shard, row, RowJson.Default.WaitingItem));
        }

        return reading.Done();
    }

    private ValueTask<IReadOnlyList<Row>> Scan(string shard, string prefix, CancellationToken cancel) => store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel);

    private sealed class Reading(CaseSealer sealer)
    {
        private readonly Dictionary<string, Dictionary<string, AmendmentRow>> amendments = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<StoredReply>> desks = new(StringComparer.Ordinal);
        private int unread;

        /// <summary>Of the shard that is being read.</summary>
        public IReadOnlyDictionary<string, CaseKey> Keys { get; set; } = new Dictionary<string, CaseKey>(0);

        public Dictionary<string, (Row Row, StoredReport Report)> Reports { get; } = new(StringComparer.Ordinal);

        public List<StoredAlert> Alerts { get; } = [];

        public List<WaitingItem> Waiting { get; } = [];

        public T? Open<T>(string shard, Row row, JsonTypeInfo<T> type) where T : class
        {
            if (sealer.Open(CaseSealer.NeedsKey(row.Body.Span) ? Keys.GetValueOrDefault(row.Key.Split('|')[1]) : null, shard, row.Key, row.Body.Span) is { } json)
                return JsonSerializer.Deserialize(json, type);
            unread++;
            return null;
        }

        public static void Keep<T>(List<T> list, T? item) where T : class
        {
            if (item is not null)
                list.Add(item);
        }

        /// <summary>The landed one wins over the same one on its way.</summary>
        public void Amend(string hash, AmendmentRow row)
        {
            if (!amendments.TryGetValue(hash, out var of))
                amendments[hash] = of = new(StringComparer.Ordinal);
            of[row.Id] = row;
        }

        public void Reply(string hash, StoredReply reply)
        {
            if (!desks.TryGetValue(hash, out var of))
                desks[hash] = of = [];
            of.Add(reply);
        }

        public Shelf Done() => new(Alerts, [.. Reports.Select(item => Whole(item.Key, item.Value.Row, item.Value.Report))], Waiting, unread);

        private FiledReport Whole(string hash, Row row, StoredReport report) => new(
            hash,
            row,
            report,
            [.. amendments.GetValueOrDefault(hash, []).Values.OrderBy(item => item.Amendment.Order)],
            desks.ContainsKey(hash),
            [.. desks.GetValueOrDefault(hash, []).Where(reply => reply.Order > 0).OrderBy(reply => reply.Order)]);
    }
}

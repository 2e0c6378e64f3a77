using System.Text.Json;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Recordings;

/// <summary>All recordings, for whoever shows them. A row that does not open is left out; its report says that something is missing.</summary>
public sealed class RecordingShelf(IStore store, Sealer sealer, Pseudonyms pseudonyms)
{
    /// <summary>Of a call that is still talked about the report comes later.</summary>
    private static readonly TimeSpan SoonFiled = TimeSpan.FromDays(1);

    public async Task<IReadOnlyDictionary<string, FoundRecording>> All(CancellationToken cancel = default)
    {
        var all = new Dictionary<string, FoundRecording>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await Under(shard, RowKeys.Recordings, cancel))
                if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && Recording.FromJson(json) is { } recording)
                    all[row.Key[RowKeys.Recordings.Length..]] = new FoundRecording(row.Key[RowKeys.Recordings.Length..], row.Version, recording);
        return all;
    }

    /// <summary>The recordings of a report in their order: its own, then those that were added. Null for one that nothing is known of.</summary>
    public IReadOnlyList<FoundRecording?> Of(FiledReport report, IReadOnlyDictionary<string, FoundRecording> all) => [.. report.RecordingAddresses.Select(address => Known(address, all))];

    /// <summary>Kept, and in no report and no check-in: what told us of the call besides its sound was lost.</summary>
    public async Task<IReadOnlyList<FoundRecording>> Nobodys(IEnumerable<FiledReport> reports, IReadOnlyDictionary<string, FoundRecording> all, DateTimeOffset now, CancellationToken cancel = default)
    {
        var claimed = reports.SelectMany(report => report.RecordingAddresses).ToList();
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await Under(shard, RowKeys.AllCheckIns, cancel))
                if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && JsonSerializer.Deserialize(json, CheckInJson.Default.CheckInResult)?.Recording is { } address)
                    claimed.Add(address);
        var names = claimed.SelectMany(address => RecordingName.Each(pseudonyms, address)).ToHashSet(StringComparer.Ordinal);
        var latest = DateOnly.FromDateTime((now - SoonFiled).UtcDateTime);
        return [.. all.Values.Where(found => found.Recording is { State: not RecordingState.Discarded, Day: var day } && day < latest && !names.Contains(found.Name)).OrderBy(found => found.Recording.Day)];
    }

    private FoundRecording? Known(string address, IReadOnlyDictionary<string, FoundRecording> all) =>
        RecordingName.Each(pseudonyms, address).Select(name => all.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);

    private ValueTask<IReadOnlyList<Row>> Under(string shard, string prefix, CancellationToken cancel) => store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel);
}

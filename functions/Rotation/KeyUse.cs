using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Tips;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Rotation;

/// <summary>What still needs a key: counts, and nobody's name. Walks over all rows.</summary>
public sealed class KeyUse(IEnumerable<SealedStore> stores, IStore store, CaseKeys cases, CaseSealer sealer, Pseudonyms pseudonyms)
{
    /// <summary>Rows that the key sealed.</summary>
    public async Task<int> Sealed(Key key, CancellationToken cancel = default)
    {
        var count = 0;
        foreach (var one in stores)
            await foreach (var (_, row) in one.Rows(cancel))
                count += Sealer.KeyOf(row.Body.Span) == key.Id ? 1 : 0;
        return count;
    }

    public Task<int> Clients(Key key, CancellationToken cancel = default) =>
        Count(RowKeys.Clients, (row, json) => row.Key == RowKeys.Client(pseudonyms.OfNumber(ClientRow.FromJson(json).Phone, key)), cancel);

    public Task<int> Subscribers(Key key, CancellationToken cancel = default) =>
        Count(RowKeys.AllTips, (row, json) => row.Key == RowKeys.Tips(pseudonyms.OfNumber(TipSubscription.FromJson(json).Number, key).Value), cancel);

    /// <summary>Conversations that began before; whoever began later began under a newer key.</summary>
    public Task<int> Sessions(DateTimeOffset before, CancellationToken cancel = default) =>
        Count(RowKeys.AllSessions, (_, json) => Envelope.FromJson(json).Session.StartedAt < before.ToUnixTimeSeconds(), cancel);

    /// <summary>Reports of that day or earlier, landed or on their way.</summary>
    public async Task<int> Reports(DateOnly until, CancellationToken cancel = default) =>
        await Count(RowKeys.Reports, (_, json) => JsonSerializer.Deserialize(json, RowJson.Default.StoredReport)!.Day <= until, cancel)
        + await Count(RowKeys.Todo, (_, json) => JsonSerializer.Deserialize(json, RowJson.Default.LandedReport)!.Report.Day <= until, cancel, row => RowKeys.KindOf(row.Key) == Landing.Kind);

    /// <summary>Recordings of reports and check-ins that are found by a name which this key made.</summary>
    public async Task<int> Recordings(Key key, CancellationToken cancel = default)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        bool Add(params IEnumerable<string?> addresses)
        {
            names.UnionWith(addresses.OfType<string>().Select(address => RecordingName.Under(pseudonyms, address, key)));
            return true;
        }

        await Count(RowKeys.Reports, (_, json) => Add(JsonSerializer.Deserialize(json, RowJson.Default.StoredReport)!.Recordings), cancel);
        await Count(RowKeys.Amendments, (_, json) => JsonSerializer.Deserialize(json, RowJson.Default.StoredAmendment) is { Kind: StoredAmendment.Recording } amendment && Add(amendment.Content), cancel);
        await Count(RowKeys.AllCheckIns, (_, json) => Add(JsonSerializer.Deserialize(json, CheckInJson.Default.CheckInResult)!.Recording), cancel);
        var count = 0;
        foreach (var name in names)
            count += await store.Read(RecordingName.ShardOf(name), RowKeys.Recording(name), cancel) is null ? 0 : 1;
        return count;
    }

    /// <exception cref="DamagedRow">Nobody can tell what a row needs that does not open.</exception>
    private async Task<int> Count(string prefix, Func<Row, byte[], bool> counts, CancellationToken cancel, Func<Row, bool>? looks = null)
    {
        var count = 0;
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                if (looks is null || looks(row))
                    count += counts(row, await Open(shard, row, cancel)) ? 1 : 0;
        return count;
    }

    private async ValueTask<byte[]> Open(string shard, Row row, CancellationToken cancel)
    {
        var key = CaseSealer.NeedsKey(row.Body.Span) ? await cases.Find(row.Key.Split('|')[1], cancel) : null;
        return sealer.Open(key, shard, row.Key, row.Body.Span) ?? throw new DamagedRow(row.Key.Split('|')[0]);
    }
}

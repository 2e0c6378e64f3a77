using System.Text.Json;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Tips;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Rotation;

/// <summary>What still needs a key: counts, and nobody's name. Walks over all rows.</summary>
public sealed class KeyUse(IEnumerable<SealedStore> stores, IStore store, Sealer sealer, Pseudonyms pseudonyms)
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

    public async Task<int> Clients(Key key, CancellationToken cancel = default) =>
        await Count(RowKeys.Clients, (shard, row) => row.Key == RowKeys.Client(pseudonyms.OfNumber(ClientRow.FromJson(Open(shard, row)).Phone, key)), cancel);

    public async Task<int> Subscribers(Key key, CancellationToken cancel = default) =>
        await Count(RowKeys.AllTips, (shard, row) => row.Key == RowKeys.Tips(pseudonyms.OfNumber(TipSubscription.FromJson(Open(shard, row)).Number, key).Value), cancel);

    /// <summary>Conversations that began before; whoever began later began under a newer key.</summary>
    public async Task<int> Sessions(DateTimeOffset before, CancellationToken cancel = default) =>
        await Count(RowKeys.AllSessions, (shard, row) => Envelope.FromJson(Open(shard, row)).Session.StartedAt < before.ToUnixTimeSeconds(), cancel);

    /// <summary>Reports of that day or earlier, landed or on their way.</summary>
    public async Task<int> Reports(DateOnly until, CancellationToken cancel = default) =>
        await Count(RowKeys.Reports, (shard, row) => JsonSerializer.Deserialize(Open(shard, row), RowJson.Default.StoredReport)!.Day <= until, cancel)
        + await Count(RowKeys.Todo, (shard, row) => RowKeys.KindOf(row.Key) == Landing.Kind && JsonSerializer.Deserialize(Open(shard, row), RowJson.Default.LandedReport)!.Report.Day <= until, cancel);

    /// <summary>Recordings of reports and check-ins that are found by a name which this key made.</summary>
    public async Task<int> Recordings(Key key, CancellationToken cancel = default)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        void Add(string? address)
        {
            if (address is not null)
                names.Add(RecordingName.Under(pseudonyms, address, key));
        }

        await Count(RowKeys.Reports, (shard, row) => Each(JsonSerializer.Deserialize(Open(shard, row), RowJson.Default.StoredReport)!.Recordings, Add), cancel);
        await Count(RowKeys.Amendments, (shard, row) => JsonSerializer.Deserialize(Open(shard, row), RowJson.Default.StoredAmendment) is { Kind: StoredAmendment.Recording } amendment && Each([amendment.Content], Add), cancel);
        await Count(RowKeys.AllCheckIns, (shard, row) => Each([JsonSerializer.Deserialize(Open(shard, row), CheckInJson.Default.CheckInResult)!.Recording], Add), cancel);
        var count = 0;
        foreach (var name in names)
            count += await store.Read(RecordingName.ShardOf(name), RowKeys.Recording(name), cancel) is null ? 0 : 1;
        return count;
    }

    private static bool Each(IEnumerable<string?> addresses, Action<string?> add)
    {
        foreach (var address in addresses)
            add(address);
        return true;
    }

    /// <exception cref="DamagedRow">Nobody can tell what a row needs that does not open.</exception>
    private byte[] Open(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow(row.Key.Split('|')[0]);

    private async Task<int> Count(string prefix, Func<string, Row, bool> counts, CancellationToken cancel)
    {
        var count = 0;
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                count += counts(shard, row) ? 1 : 0;
        return count;
    }
}

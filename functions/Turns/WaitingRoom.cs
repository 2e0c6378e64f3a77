using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>Keeps, sealed, what no conversation can take: texts from names, recordings whose call is over. Keeping twice changes nothing.</summary>
public sealed class WaitingRoom(IStore store, Sealer sealer, Pseudonyms pseudonyms, TimeProvider clock)
{
    public async ValueTask Keep(string kind, string id, string content, string? call, CancellationToken cancel)
    {
        var (hash, others) = pseudonyms.NamesOfTurn(id);
        // Told again after a rotation it is still the same.
        foreach (var other in others)
            if (await store.Read(CallerId.Parse(other)!.Value.Shard, RowKeys.Waiting(kind, other), cancel) is not null)
                return;
        var shard = CallerId.Parse(hash)!.Value.Shard;
        var key = RowKeys.Waiting(kind, hash);
        var item = new WaitingItem(kind, content, call is null ? null : pseudonyms.OfCall(call).Value, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(item, RowJson.Default.WaitingItem)))], cancel);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Reconciling;

/// <summary>What the provider still kept of old texts when its whole list was last read. Counts and days, no names.</summary>
/// <param name="Day">When that was.</param>
/// <param name="Old">Older than <see cref="ShownAfterDays"/> days and not gone.</param>
/// <param name="Oldest">Of those.</param>
/// <param name="NotHeld">Of those: came in, and could not be taken in.</param>
/// <param name="Pictures">Of those: kept for their pictures, which nobody has fetched.</param>
public sealed record CarrierCopies(DateOnly Day, int Old, DateOnly? Oldest, int NotHeld, int Pictures)
{
    /// <summary>Providers refuse deletions for a while (Twilio error 20009 says up to 14 days).</summary>
    public const int ShownAfterDays = 14;

    public static readonly CarrierCopies None = new(DateOnly.MinValue, 0, null, 0, 0);
}

/// <summary>The one row of it.</summary>
public sealed class CarrierCopiesRow(IStore store, Sealer sealer)
{
    private static readonly string Shard = CallerId.AllShards[0];

    public async ValueTask<CarrierCopies> Read(CancellationToken cancel = default) =>
        await store.Read(Shard, RowKeys.CarrierCopies, cancel) is { } row && sealer.Open(Shard, row.Key, row.Body.Span) is { } json
            && JsonSerializer.Deserialize(json, CarrierCopiesJson.Default.CarrierCopies) is { } copies ? copies : CarrierCopies.None;

    public async ValueTask Write(CarrierCopies copies, CancellationToken cancel)
    {
        var body = sealer.Seal(Shard, RowKeys.CarrierCopies, JsonSerializer.SerializeToUtf8Bytes(copies, CarrierCopiesJson.Default.CarrierCopies));
        var before = await store.Read(Shard, RowKeys.CarrierCopies, cancel);
        // Whoever else writes it at this moment has just read the same list.
        await store.Commit(Shard, [before is null ? new Insert(RowKeys.CarrierCopies, body) : new Replace(RowKeys.CarrierCopies, before.Version, body)], cancel);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CarrierCopies))]
internal sealed partial class CarrierCopiesJson : JsonSerializerContext;

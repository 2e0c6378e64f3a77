using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.Tips;

/// <summary>Somebody who asked for tips, as the row holds it, sealed. It is deleted with the last tip they wanted, and the number with it.</summary>
/// <param name="Number">E.164.</param>
/// <param name="Interest">One of TipInterest; null: not told, so whatever is for everybody.</param>
/// <param name="Province">NCDD code; null: not told.</param>
/// <param name="Day">The day they last asked for them, in UTC like those of stops; days since the first of January of year 1.</param>
/// <param name="Stops">Of how many stops of that day, or later, we knew when they joined: one more, and nothing is sent.</param>
/// <param name="Got">Newest last; no older than <see cref="Memory"/>.</param>
public sealed record TipSubscription(string Number, string Language, string? Interest, string? Province, int Day, int Stops, IReadOnlyList<GotTip> Got)
{
    /// <summary>Days in which nobody gets the same tip again.</summary>
    public const int Memory = 300;

    /// <summary>As it is said to everybody who joins.</summary>
    public const int MostAMonth = 2;

    /// <summary>Any so many days on end are a month.</summary>
    private const int Month = 31;

    public bool HadOneOn(DateOnly day) => Got.Any(got => got.Day == day.DayNumber);

    public bool HadEnough(DateOnly day) => Got.Count(got => got.Day > day.DayNumber - Month) >= MostAMonth;

    public bool HadAlready(string tip, DateOnly day) => Got.Any(got => got.Tip == tip && got.Day > day.DayNumber - Memory);

    public TipSubscription With(string tip, DateOnly day) => this with { Got = [.. Got.Where(got => got.Day > day.DayNumber - Memory), new GotTip(tip, day.DayNumber)] };

    /// <summary>It was not sent after all.</summary>
    public TipSubscription Without(string tip, int day) => this with { Got = [.. Got.Where(got => got.Tip != tip || got.Day != day)] };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TipJson.Default.TipSubscription);

    public static TipSubscription FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TipJson.Default.TipSubscription)!;

    public override string ToString() => nameof(TipSubscription);
}

public sealed record GotTip(string Tip, int Day);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TipSubscription))]
[JsonSerializable(typeof(Broadcast))]
[JsonSerializable(typeof(Recipient))]
[JsonSerializable(typeof(TipDue))]
internal sealed partial class TipJson : JsonSerializerContext;

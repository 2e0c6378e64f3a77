using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.Sending;

/// <summary>How a text or call of ours fared. Callbacks come late, twice and in any order: what is final stays, and nothing goes back.</summary>
/// <param name="Status">The provider's word.</param>
/// <param name="Fault">The provider's code, where it failed.</param>
/// <param name="Answered">Of a call: somebody, or a machine, picked up.</param>
/// <param name="Day">Days since the first of January of year 1, for the purge.</param>
public sealed record Fate(string Status, string? Fault, int Day, bool Answered = false)
{
    [JsonIgnore]
    public bool IsFinal => Rank(Status) >= Final;

    [JsonIgnore]
    public bool Reached => Status is "delivered" or "read" or "completed";

    private const int Final = 5;

    /// <summary>What is known after one more word.</summary>
    public static Fate After(Fate? before, Fate said)
    {
        if (before is null)
            return said;
        var answered = before.Answered || said.Answered;
        // "Read" is more than "delivered"; of other final words the first counts.
        var goesOn = before.IsFinal ? (before.Status, said.Status) is ("delivered", "read") : Rank(said.Status) > Rank(before.Status);
        return (goesOn ? said with { Day = before.Day } : before) with { Answered = answered };
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FateJson.Default.Fate);

    public static Fate? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, FateJson.Default.Fate);

    /// <summary>Twilio's message and call statuses (docs: message resource, call resource); Somleng uses a part of them.</summary>
    private static int Rank(string status) => status switch
    {
        "accepted" or "scheduled" => 0,
        "queued" or "initiated" => 1,
        "sending" or "ringing" => 2,
        "sent" or "in-progress" or "answered" => 3,
        "delivered" or "read" or "undelivered" or "failed" or "canceled" or "completed" or "busy" or "no-answer" => Final,
        _ => 0,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Fate))]
internal sealed partial class FateJson : JsonSerializerContext;

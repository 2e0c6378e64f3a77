using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.MissedCall;

/// <summary>A missed call that is to be answered by ringing back, once: the body of its to-do.</summary>
/// <param name="To">E.164.</param>
/// <param name="At">Unix seconds of the missed call.</param>
/// <param name="Counted">It has its place among those of the day.</param>
public sealed record RingBack(string To, long At, bool Counted = false)
{
    public const string Kind = "ring-back";

    public string ToJson() => JsonSerializer.Serialize(this, RingBackJson.Default.RingBack);

    public static RingBack FromJson(string json) => JsonSerializer.Deserialize(json, RingBackJson.Default.RingBack)!;

    public override string ToString() => nameof(RingBack);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RingBack))]
internal sealed partial class RingBackJson : JsonSerializerContext;

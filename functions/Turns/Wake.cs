using System.Text.Json;

namespace Hotline.Functions.Turns;

/// <summary>What a wake-up holds, sealed.</summary>
public sealed record Wake(string Caller, string SessionKey, string Session)
{
    public const string Kind = "wake";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RowJson.Default.Wake);

    public static Wake? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, RowJson.Default.Wake);
}

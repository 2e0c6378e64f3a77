using System.Text.Json;

namespace Hotline.Functions.CheckIns;

/// <summary>Something that a caseworker has to hear of. Every one is equally long, so that no row tells which it is.</summary>
/// <param name="What">wrong, duress, help, safe-but-locked, no-word, stopped, talk, call, not-safe.</param>
/// <param name="Client">The client's short name.</param>
public sealed record StoredPage(string What, string Client, DateTimeOffset At)
{
    public const string Kind = "page";

    public const int Length = 192;

    /// <summary>JSON, and spaces up to <see cref="Length"/> bytes.</summary>
    public byte[] ToBytes()
    {
        var padded = new byte[Length];
        padded.AsSpan().Fill((byte)' ');
        JsonSerializer.SerializeToUtf8Bytes(this with { At = At.ToUniversalTime() }, CheckInJson.Default.StoredPage).CopyTo(padded, 0);
        return padded;
    }

    public static StoredPage? FromBytes(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, CheckInJson.Default.StoredPage);

    /// <summary>Somebody may be in danger: these come first.</summary>
    public bool IsUrgent => What is "duress" or "help" or "not-safe" or "safe-but-locked";
}

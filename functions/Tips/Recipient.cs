using System.Text.Json;

namespace Hotline.Functions.Tips;

/// <summary>How one person's copy of a broadcast fared. The row is what makes a command that is repeated harmless: it is inserted once, with the to-do.</summary>
/// <param name="Day">In Phnom Penh; days since the first of January of year 1.</param>
/// <param name="Sent">Our name for the text, under which its fate is heard.</param>
/// <param name="Language">Of the text that went out.</param>
/// <param name="At">Unix seconds, while it may be on its way: from here on it is looked for.</param>
public sealed record Recipient(TipEnd End, int Day, string? Sent = null, string? Language = null, long? At = null)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TipJson.Default.Recipient);

    public static Recipient FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TipJson.Default.Recipient)!;
}

public enum TipEnd
{
    /// <summary>It is to go out.</summary>
    Waiting,

    /// <summary>It may be going out just now.</summary>
    Begun,

    Sent,

    /// <summary>Nobody knows whether it went out; it is never sent again.</summary>
    Unknown,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>They had left, or said stop.</summary>
    Left,

    /// <summary>The broadcast was stopped before.</summary>
    Stopped,

    /// <summary>It did not get its turn in <see cref="Broadcast.Life"/>.</summary>
    Late,

    /// <summary>They had as many in a month as we say, or this one before.</summary>
    Enough,
}

/// <summary>What the to-do holds: no number, so that whoever leaves is gone.</summary>
public sealed record TipDue(string Broadcast, string Caller)
{
    public string ToJson() => JsonSerializer.Serialize(this, TipJson.Default.TipDue);

    public static TipDue FromJson(string json) => JsonSerializer.Deserialize(json, TipJson.Default.TipDue)!;
}

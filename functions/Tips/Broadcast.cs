using System.Text.Json;
using Hotline.Localization.Numbers;

namespace Hotline.Functions.Tips;

/// <summary>A tip that goes out to many, as its row holds it, sealed. The words are those of the moment it was made: who edits the file changes nothing half way.</summary>
/// <param name="Name">The tip and the month, "keep-your-passport-2026-11": made twice in a month it is the same one.</param>
/// <param name="Made">Unix seconds.</param>
/// <param name="Stopped">Unix seconds; null: it goes on.</param>
/// <param name="Counts">How many recipients came to each end; null while their rows are there to be counted.</param>
public sealed record Broadcast(string Name, string Tip, Bilingual Text, string? Word, Audience Audience, long Made, long? Stopped = null, IReadOnlyDictionary<string, int>? Counts = null)
{
    public const string Kind = "tip";

    /// <summary>What was not sent by then says nothing that is new any more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    public static string NameOf(string tip, DateOnly today) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tip}-{today:yyyy-MM}");

    public bool IsOver(DateTimeOffset now) => now > DateTimeOffset.FromUnixTimeSeconds(Made) + Life;

    /// <summary>The name of one recipient's to-do. A colon and no dot: a dot would make the texts of a whole broadcast wait for each other.</summary>
    public static string IdOf(string broadcast, string caller) => $"{broadcast}:{caller}";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TipJson.Default.Broadcast);

    public static Broadcast FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TipJson.Default.Broadcast)!;
}

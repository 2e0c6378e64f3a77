using System.Collections.Frozen;
using System.Text.Json;
using Hotline.Localization.Khmer;

namespace Hotline.Localization;

/// <summary>Words printed on posters or said on the radio, so that an organisation sees what reaches people.</summary>
public sealed class Campaigns(IReadOnlyDictionary<string, string> byWord)
{
    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly FrozenDictionary<string, string> byWord = byWord.ToFrozenDictionary(
        item => KhmerText.Normalize(item.Key).Trim(), item => item.Value, StringComparer.Ordinal);

    /// <summary>{"word": "campaign"}; comments allowed.</summary>
    public static Campaigns Parse(string json) => new(
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options) ?? []);

    public IReadOnlyCollection<string> Words => byWord.Keys;

    /// <summary>The campaign whose word is the whole message, or null.</summary>
    public string? Find(string body) => body.Length > 40 ? null : byWord.GetValueOrDefault(KhmerText.Normalize(body).Trim(' ', '.', '!', '។'));
}

using System.Collections.Frozen;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Localization;

/// <summary>Words printed on posters or said on the radio, so that an organisation sees what reaches people.</summary>
public sealed class Campaigns(IReadOnlyDictionary<string, string> byWord)
{
    private readonly FrozenDictionary<string, string> byWord = byWord.ToFrozenDictionary(
        item => KhmerText.Normalize(item.Key).Trim(), item => item.Value, StringComparer.Ordinal);

    /// <summary>{"word": "campaign"}; comments allowed.</summary>
    /// <exception cref="FormatException">The file is not that; the message says where.</exception>
    public static Campaigns Parse(string json)
    {
        using var document = StrictJson.Open(json, "campaigns.json");
        var fields = StrictJson.Fields(document.RootElement, "campaigns.json");
        return new(fields.Keys.ToDictionary(word => word, word => StrictJson.Text(fields, word, "campaigns.json"), StringComparer.Ordinal));
    }

    public IEnumerable<string> Names => byWord.Values.Distinct(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Words => byWord.Keys;

    /// <summary>The campaign whose word is the whole message, or null.</summary>
    public string? Find(string body) => body.Length > 40 ? null : byWord.GetValueOrDefault(KhmerText.Normalize(body).Trim(' ', '.', '!', '។'));
}

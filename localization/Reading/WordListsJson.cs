using System.Text.Json;
using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>
/// words.json: <c>{ "note": text, "lists": { name: { "note": text, "negatable": bool, "firm": words, "km": words, "latin": words, "en": words } } }</c>.
/// Everything but "lists" may be left out.
/// </summary>
internal static class WordListsJson
{
    public static Dictionary<string, WordList> Read(string json)
    {
        using var document = StrictJson.Open(json, "words.json");
        var top = StrictJson.Fields(document.RootElement, "words.json", "note", "lists");
        if (!top.TryGetValue("lists", out var all))
            throw new FormatException("words.json needs \"lists\".");
        var lists = new Dictionary<string, WordList>(StringComparer.Ordinal);
        foreach (var (name, body) in StrictJson.Fields(all, "words.json, \"lists\""))
            lists.Add(name, ReadList(name, body));
        return lists;
    }

    private static WordList ReadList(string name, JsonElement body)
    {
        var where = $"words.json, list \"{name}\"";
        var fields = StrictJson.Fields(body, where, "note", "negatable", "firm", "km", "latin", "en");
        var list = new WordList(name) { Negatable = Flag(fields, "negatable", where) };
        foreach (var array in (ReadOnlySpan<string>)["km", "latin", "en"])
            foreach (var word in StrictJson.Words(fields, array, where))
                if (!list.Add(Key(word, where)))
                    throw new FormatException($"{where}: \"{word}\" is there twice (spaces, capitals and spelling order do not tell words apart).");
        if (list.Keys.Count == 0)
            throw new FormatException($"{where} has no words.");
        foreach (var word in StrictJson.Words(fields, "firm", where))
            if (!list.Firm(Key(word, where)))
                throw new FormatException($"{where}: \"{word}\" is firm but not in the list, or firm twice.");
        return list;
    }

    private static string Key(string word, string where) =>
        Phrase.Of(KhmerText.Normalize(word)).Key is { Length: > 0 } key ? key : throw new FormatException($"{where} has an empty word.");

    private static bool Flag(Dictionary<string, JsonElement> fields, string name, string where) =>
        fields.TryGetValue(name, out var value) && (value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new FormatException($"{where}: \"{name}\" must be true or false."));
}

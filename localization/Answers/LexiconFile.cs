using System.Text.Json;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>concepts.json: what people mean and the words they use for it.</summary>
internal static class LexiconFile
{
    public const string File = "concepts.json";

    /// <summary>The file is checked at once; its words, which take longer, are put in order when they are first asked for.</summary>
    public static Lazy<Lexicon> Read(string json)
    {
        using var document = StrictJson.Open(json, File);
        var top = StrictJson.Fields(document.RootElement, File, "ignored", "concepts");
        var (concepts, words) = (new List<Concept>(), new List<LexiconWord>());
        AddWords(words, StrictJson.Fields(EntryFields.Needed(top, "ignored", File), $"{File}, \"ignored\"", "km", "latin", "en"), null, "ignored");
        foreach (var (name, body) in StrictJson.Fields(EntryFields.Needed(top, "concepts", File), $"{File}, \"concepts\""))
        {
            var fields = StrictJson.Fields(body, $"{File}, \"{name}\"", "weight", "trouble", "km", "latin", "en");
            var weight = fields.TryGetValue("weight", out var number) ? number.GetDouble() : 1;
            if (weight is <= 0 or > 2)
                throw new FormatException($"{File}, \"{name}\": \"weight\" must be above 0 and at most 2.");
            var trouble = fields.TryGetValue("trouble", out var flag) && flag.ValueKind == JsonValueKind.True;
            AddWords(words, fields, concepts.Count, name);
            concepts.Add(new(concepts.Count, name, weight, trouble));
        }

        return new(() => new Lexicon(concepts, words));
    }

    private static void AddWords(List<LexiconWord> words, Dictionary<string, JsonElement> fields, int? concept, string name)
    {
        var where = $"{File}, \"{name}\"";
        foreach (var (field, script) in (ReadOnlySpan<(string, LexiconScript)>)[("km", LexiconScript.Khmer), ("latin", LexiconScript.Latin), ("en", LexiconScript.English)])
            foreach (var word in StrictJson.Words(fields, field, where))
                words.Add(new(word, script, concept));
    }
}

using System.Text.Json;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>concepts.json: what people mean and the words they use for it.</summary>
internal static class LexiconFile
{
    public const string File = "concepts.json";

    public static Lexicon Read(string json)
    {
        using var document = StrictJson.Open(json, File);
        var top = StrictJson.Fields(document.RootElement, File, "ignored", "concepts");
        var lexicon = new Lexicon();
        AddWords(lexicon, StrictJson.Fields(EntryFields.Needed(top, "ignored", File), $"{File}, \"ignored\"", "km", "latin", "en"), null, "ignored");
        foreach (var (name, body) in StrictJson.Fields(EntryFields.Needed(top, "concepts", File), $"{File}, \"concepts\""))
        {
            var fields = StrictJson.Fields(body, $"{File}, \"{name}\"", "weight", "trouble", "km", "latin", "en");
            var weight = fields.TryGetValue("weight", out var number) ? number.GetDouble() : 1;
            if (weight is <= 0 or > 2)
                throw new FormatException($"{File}, \"{name}\": \"weight\" must be above 0 and at most 2.");
            var trouble = fields.TryGetValue("trouble", out var flag) && flag.ValueKind == JsonValueKind.True;
            var concept = new Concept(lexicon.Concepts.Count, name, weight, trouble);
            lexicon.Concepts.Add(concept);
            AddWords(lexicon, fields, concept.Index, name);
        }

        return lexicon;
    }

    private static void AddWords(Lexicon lexicon, Dictionary<string, JsonElement> fields, int? concept, string name)
    {
        var where = $"{File}, \"{name}\"";
        foreach (var word in StrictJson.Words(fields, "km", where))
            lexicon.AddKhmer(word, concept);
        foreach (var word in StrictJson.Words(fields, "latin", where))
            lexicon.AddLatin(word, concept, english: false);
        foreach (var word in StrictJson.Words(fields, "en", where))
            lexicon.AddLatin(word, concept, english: true);
    }
}

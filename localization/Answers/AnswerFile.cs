using System.Text.Json;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>Reads one file of entries, strictly: every field known, every language there, every placeholder one that we can fill.</summary>
internal static class AnswerFile
{
    private static readonly string[] Placeholders = ["labour", "person", "child", "numbers"];

    public static IEnumerable<AnswerEntry> Read(string file, string json, BorderNotice notice)
    {
        using var document = StrictJson.Open(json, file);
        var list = EntryFields.Needed(StrictJson.Fields(document.RootElement, file, "entries"), "entries", file);
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{file}: \"entries\" must be a list.");
        return [.. list.EnumerateArray().Select(entry => ReadEntry(file, entry, notice))];
    }

    private static AnswerEntry ReadEntry(string file, JsonElement element, BorderNotice notice)
    {
        var fields = StrictJson.Fields(element, $"{file}, an entry", "id", "topic", "countries", "trouble", "source", "checked", "expires", "review", "question", "text", "voice", "asks");
        var id = StrictJson.Text(fields, "id", $"{file}, an entry");
        var where = $"{file}, \"{id}\"";
        EntryFields.Needed(fields, "countries", where);
        var (seen, expires) = EntryFields.Dates(fields, where);
        if (EntryFields.Needed(fields, "text", where).GetRawText().Contains(BorderNotice.Placeholder, StringComparison.Ordinal))
            (seen, expires) = (seen < notice.Checked ? seen : notice.Checked, expires < notice.Expires ? expires : notice.Expires);
        return new(
            id,
            [.. StrictJson.Words(fields, "countries", where)],
            StrictJson.Text(fields, "topic", where),
            StrictJson.Text(fields, "source", where),
            seen,
            expires,
            StrictJson.Text(fields, "review", where),
            fields.TryGetValue("trouble", out var trouble) && trouble.GetBoolean(),
            EntryFields.Both(fields, "question", where),
            Words(fields, "km", notice.Km, where, "km", "latin"),
            Words(fields, "en", notice.En, where, "en"));
    }

    private static AnswerWords Words(Dictionary<string, JsonElement> fields, string language, (string Text, string Voice) notice, string where, params ReadOnlySpan<string> scripts)
    {
        var texts = StrictJson.Fields(EntryFields.Needed(fields, "text", where), $"{where}, \"text\"", "km", "en");
        var messages = StrictJson.Words(texts, language, where).ToList();
        if (messages.Count == 0)
            throw new FormatException($"{where} has no text in \"{language}\".");
        // Written once, it cannot be forgotten in one of two places.
        var voice = fields.ContainsKey("voice")
            ? EntryFields.Both(fields, "voice", where) is var spoken && language == "km" ? spoken.Km : spoken.En
            : string.Join(' ', messages);
        var asks = StrictJson.Fields(EntryFields.Needed(fields, "asks", where), $"{where}, \"asks\"", "km", "latin", "en");
        var questions = new List<string>();
        foreach (var script in scripts)
            questions.AddRange(StrictJson.Words(asks, script, $"{where}, \"asks\""));
        return new([.. messages.Select(message => Open(message, notice.Text, where))], Open(voice, notice.Voice, where), questions);
    }

    private static Template Open(string source, string notice, string where)
    {
        var template = new Template(source.Replace(BorderNotice.Placeholder, notice, StringComparison.Ordinal));
        return template.Names.FirstOrDefault(name => !Placeholders.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new FormatException($"{where}: {{{unknown}}} is no placeholder of an answer; known are {string.Join(", ", Placeholders)} and thailand.")
            : template;
    }
}

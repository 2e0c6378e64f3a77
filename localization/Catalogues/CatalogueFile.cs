using System.Text.Json;

namespace Hotline.Localization.Catalogues;

/// <summary>Reads a catalogue from JSON with comments. Strict: an unknown field, a key twice or a missing review record is an error that names file and key.</summary>
public static class CatalogueFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="FormatException">The file is not a catalogue; the message says where.</exception>
    public static Catalogue Parse(string file, string json)
    {
        using var document = Open(file, json);
        var root = document.RootElement;
        string Needed(string field) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(field, out var value) && Text(value) is { Length: > 0 } text
            ? text
            : throw new FormatException($"{file}:-: \"{field}\" is missing");

        var language = Needed("language");
        if (!root.TryGetProperty("prompts", out var prompts) || prompts.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{file}:-: \"prompts\" is missing");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var list = new List<Prompt>();
        foreach (var item in prompts.EnumerateObject())
            list.Add(seen.Add(item.Name) ? Read(file, item.Name, item.Value) : throw new FormatException($"{file}:{item.Name}: the key stands here twice"));
        foreach (var field in root.EnumerateObject())
            if (field.Name is not ("$schema" or "language" or "name" or "prompts"))
                throw new FormatException($"{file}:-: \"{field.Name}\" is not a field of a catalogue");
        return new Catalogue(file, language, Needed("name"), list);
    }

    private static JsonDocument Open(string file, string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}:-: line {e.LineNumber + 1} is not JSON");
        }
    }

    private static Prompt Read(string file, string key, JsonElement element)
    {
        FormatException Error(string sentence) => new($"{file}:{key}: {sentence}");
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("an object in braces belongs here");
        Template? text = null, voice = null;
        string? review = null, why = null, promises = null;
        var segments = 1;
        foreach (var field in element.EnumerateObject())
            switch (field.Name)
            {
                case "text": text = ReadTemplate(field.Value, Error); break;
                case "voice": voice = ReadTemplate(field.Value, Error); break;
                case "both": text = voice = ReadTemplate(field.Value, Error); break;
                case "review": review = Text(field.Value); break;
                case "segments": segments = field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var number) && number > 0 ? number : throw Error("\"segments\" has to be a whole number above zero"); break;
                case "why": why = Text(field.Value); break;
                case "promises": promises = Text(field.Value) ?? throw Error("\"promises\" has to be a text"); break;
                default: throw Error($"\"{field.Name}\" is not a field of a prompt");
            }

        if (string.IsNullOrWhiteSpace(review))
            throw Error("the review record is missing: \"draft\", or who read it and when");
        if (text is null && voice is null)
            throw Error("it says nothing, neither as text nor by voice");
        if (segments > 1 && string.IsNullOrWhiteSpace(why))
            throw Error("a budget above one segment needs its reason in \"why\"");
        return new Prompt(key, text, voice, review, segments, why, promises);
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Template ReadTemplate(JsonElement value, Func<string, FormatException> error)
    {
        try
        {
            return new Template(Text(value) ?? throw error("a text belongs here"));
        }
        catch (FormatException e) when (!e.Message.Contains(':', StringComparison.Ordinal))
        {
            throw error(e.Message);
        }
    }
}

using System.Text.Json;

namespace Hotline.Localization.Reading;

/// <summary>Reads hand-edited JSON so that a slip of the pen is a sentence with a place, not a missing word at night.</summary>
internal static class StrictJson
{
    public static JsonDocument Open(string json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException slip)
        {
            throw new FormatException($"{file} is not JSON: line {slip.LineNumber + 1}, place {slip.BytePositionInLine + 1}.", slip);
        }
    }

    /// <summary>The fields of an object, each known and written once.</summary>
    public static Dictionary<string, JsonElement> Fields(JsonElement element, string where, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{where} must be an object.");
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            if (!known.IsEmpty && !known.Contains(field.Name))
                throw new FormatException($"{where} has an unknown field \"{field.Name}\"; known are {string.Join(", ", known!)}.");
            if (!fields.TryAdd(field.Name, field.Value))
                throw new FormatException($"{where} has \"{field.Name}\" twice.");
        }
        return fields;
    }

    /// <summary>The words of an array; a missing array is an empty one.</summary>
    public static IEnumerable<string> Words(Dictionary<string, JsonElement> fields, string name, string where)
    {
        if (!fields.TryGetValue(name, out var array))
            yield break;
        if (array.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{where}: \"{name}\" must be an array of words.");
        foreach (var word in array.EnumerateArray())
            yield return word.ValueKind == JsonValueKind.String
                ? word.GetString()!
                : throw new FormatException($"{where}: \"{name}\" must hold words in quotes only.");
    }

    public static string Text(Dictionary<string, JsonElement> fields, string name, string where) =>
        fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"{where} needs the text \"{name}\".");
}

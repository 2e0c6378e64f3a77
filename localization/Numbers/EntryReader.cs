using System.Globalization;
using System.Text.Json;

namespace Hotline.Localization.Numbers;

/// <summary>Reads one JSON object strictly: every field is there, once, in its shape, and no other. Errors name the entry and the field.</summary>
internal readonly struct EntryReader(string name, JsonElement element)
{
    public static FormatException Broken(string name, string field, string sentence) =>
        new($"emergency-numbers.json, {name}, \"{field}\": {sentence}.");

    public EntryReader Only(params string[] fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Broken(name, "{}", "must be an object");
        foreach (var property in element.EnumerateObject())
            if (!fields.Contains(property.Name, StringComparer.Ordinal))
                throw Broken(name, property.Name, "is not a field of this file");
        return this;
    }

    public JsonElement Field(string field) =>
        element.TryGetProperty(field, out var value) ? value : throw Broken(name, field, "is missing");

    public string Text(string field) => TextOrNull(field) ?? throw Broken(name, field, "must be a text, not null");

    public string? TextOrNull(string field) => Field(field) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
        _ => throw Broken(name, field, "must be a text that is not blank"),
    };

    public bool YesOrNo(string field) => Field(field).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Broken(name, field, "must be true or false"),
    };

    public IReadOnlyList<string> Texts(string field)
    {
        var value = Field(field);
        var strings = value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(item => item.GetString()!).ToList()
            : [];
        return strings.Count > 0 && strings.Distinct(StringComparer.Ordinal).Count() == strings.Count
            ? strings
            : throw Broken(name, field, "must be a list of different texts, at least one");
    }

    public Bilingual? BothOrNull(string field)
    {
        if (Field(field).ValueKind == JsonValueKind.Null)
            return null;
        var both = new EntryReader($"{name}.{field}", Field(field)).Only("km", "en");
        return new(both.Text("km"), both.Text("en"));
    }

    public Verification? VerificationOrNull(string field)
    {
        if (Field(field).ValueKind == JsonValueKind.Null)
            return null;
        var inner = new EntryReader($"{name}.{field}", Field(field)).Only("on", "by");
        return DateOnly.TryParseExact(inner.Text("on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(on, inner.Text("by"))
            : throw Broken(name, field, "\"on\" must be a day such as 2027-01-31");
    }
}

using System.Globalization;
using System.Text.Json;

namespace Hotline.Flows.CheckIns;

/// <summary>The fields of one JSON object; what is missing, unknown, there twice or not in its shape becomes a sentence, without the value.</summary>
internal sealed class EnrolmentFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly string where;

    public EnrolmentFields(JsonElement element, List<string> problems, string where = "")
    {
        (Problems, this.where) = (problems, where);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problems.Add($"{(where.Length == 0 ? "An enrolment" : $"\"{where.TrimEnd('.')}\"")} has to be an object in braces.");
            return;
        }

        foreach (var field in element.EnumerateObject())
            if (!fields.TryAdd(field.Name, field.Value))
                Problems.Add($"\"{where}{field.Name}\" stands there twice.");
    }

    public List<string> Problems { get; }

    public EnrolmentFields Inner(string name) => Get(name) is { } value ? new(value, Problems, name + ".") : new(JsonDocument.Parse("{}").RootElement, Problems, name + ".");

    public string? Optional(string name)
    {
        asked.Add(name);
        if (!fields.TryGetValue(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : Wrong<string>(name, "has to be a text");
    }

    public string? Text(string name)
    {
        if (Get(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()!.Trim() : Wrong<string>(name, "has to be a text");
    }

    public bool Flag(string name)
    {
        if (Get(name) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
            Wrong<string>(name, "has to be true or false");
        return fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.True;
    }

    /// <summary>May be left out.</summary>
    public int? Whole(string name)
    {
        asked.Add(name);
        if (!fields.TryGetValue(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : Null<int>(name, "has to be a whole number");
    }

    public DateOnly? Day(string name) =>
        Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Null<DateOnly>(name, "has to be a day like 2026-12-01");

    public TimeOnly? Time(string name) =>
        Text(name) is not { } text ? null
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : Null<TimeOnly>(name, "has to be a time like 18:00");

    public T? Word<T>(string name) where T : struct, Enum => Text(name) is { } text ? Named<T>(name, text) : null;

    public IReadOnlyList<T> Words<T>(string name) where T : struct, Enum => [.. Texts(name).Select(word => Named<T>(name, word)).OfType<T>().Distinct()];

    public IReadOnlyList<string> Texts(string name) => Get(name) is { } value ? List(name, value) : [];

    /// <summary>Left out, the usual one.</summary>
    public Cadence Cadence()
    {
        asked.UnionWith(["cadence", "then"]);
        if (!fields.ContainsKey("cadence") && !fields.ContainsKey("then"))
            return CheckIns.Cadence.Usual;
        var first = fields.TryGetValue("cadence", out var list) ? List("cadence", list).Select(step => Span("cadence", step)).ToList() : [.. CheckIns.Cadence.Usual.First.Select(step => (Step?)step)];
        var then = Optional("then") is { } text ? Span("then", text) : CheckIns.Cadence.Usual.Then;
        return new Cadence([.. first.OfType<Step>()], then ?? CheckIns.Cadence.Usual.Then);
    }

    /// <summary>Call when everything was asked for: a misspelt field must not be passed over in silence.</summary>
    public void Close()
    {
        foreach (var name in fields.Keys.Where(name => !asked.Contains(name)))
            Problems.Add($"\"{where}{name}\" is not a field of an enrolment.");
    }

    private JsonElement? Get(string name)
    {
        asked.Add(name);
        if (fields.TryGetValue(name, out var value))
            return value;
        Problems.Add($"\"{where}{name}\" is missing.");
        return null;
    }

    private List<string> List(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && item.GetString()!.Trim().Length > 0))
            return [.. value.EnumerateArray().Select(item => item.GetString()!.Trim())];
        Wrong<string>(name, "has to be a list of texts, one at least");
        return [];
    }

    private Step? Span(string name, string text) => Step.Parse(text) ?? Null<Step>(name, "has to hold spans like 2w or 6m");

    private T? Named<T>(string name, string text) where T : struct, Enum =>
        text.All(char.IsAsciiLetterLower) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : Null<T>(name, $"takes {string.Join(", ", Enum.GetNames<T>().Select(word => word.ToLowerInvariant()))}");

    private T? Null<T>(string name, string sentence) where T : struct
    {
        Wrong<string>(name, sentence);
        return null;
    }

    private T? Wrong<T>(string name, string sentence) where T : class
    {
        Problems.Add($"\"{where}{name}\" {sentence}.");
        return null;
    }
}

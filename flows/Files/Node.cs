using System.Text.Json;
using Hotline.Flows.Checking;

namespace Hotline.Flows.Files;

/// <summary>A JSON object of a flow file that refuses names it was not asked for.</summary>
internal sealed class Node
{
    private readonly string file;
    private readonly string state;
    private readonly JsonElement element;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Node(string file, string state, JsonElement element)
    {
        (this.file, this.state, this.element) = (file, state, element);
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("an object in braces belongs here");
    }

    public Node Child(JsonElement value) => new(file, state, value);

    /// <summary>Every entry, whatever its name; none may stand there twice.</summary>
    public IEnumerable<JsonProperty> Each()
    {
        NothingTwice();
        return element.EnumerateObject();
    }

    public FlowException Error(string sentence) => new(new Finding(file, state, sentence));

    public JsonElement? Get(string name)
    {
        asked.Add(name);
        return element.TryGetProperty(name, out var value) ? value : null;
    }

    public string? Text(string name) => Get(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Error($"\"{name}\" has to be a text");

    public string Needed(string name) => Text(name) ?? throw Error($"\"{name}\" is missing");

    public int? Number(string name) => Get(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Error($"\"{name}\" has to be a whole number");

    public bool Flag(string name) => Get(name) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error($"\"{name}\" has to be true or false"),
    };

    public IReadOnlyList<string> Texts(string name) => Get(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(item => item.GetString()!).ToArray()
            : throw Error($"\"{name}\" has to be a text or a list of texts");

    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Get(name) is not { } value)
            return map;
        if (value.ValueKind != JsonValueKind.Object)
            throw Error($"\"{name}\" has to be an object in braces");
        foreach (var item in Child(value).Each())
            map[item.Name] = item.Value.ValueKind == JsonValueKind.String ? item.Value.GetString()! : throw Error($"\"{name}\" has to hold texts");
        return map;
    }

    public T Word<T>(string name, string word) where T : struct, Enum =>
        word.All(c => char.IsAsciiLetter(c) || c == '-') && Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw Error($"\"{name}\" does not know \"{word}\"");

    /// <summary>Call when everything was asked for: a misspelt field must not be passed over in silence.</summary>
    public void Close()
    {
        NothingTwice();
        foreach (var item in element.EnumerateObject())
            if (!asked.Contains(item.Name))
                throw Error($"\"{item.Name}\" is not a field that is known here");
    }

    private void NothingTwice()
    {
        var twice = element.EnumerateObject().GroupBy(item => item.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw Error($"\"{twice.Key}\" stands here twice");
    }
}

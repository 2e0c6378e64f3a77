using System.Text.Json;

namespace Hotline.Benchmarks;

/// <summary>The conversation that every engine is measured with: an anonymous report of ten questions, in Khmer and English.</summary>
public sealed record Scenario(
    string Start,
    IReadOnlyList<ScenarioNode> Nodes,
    IReadOnlyDictionary<string, string> Invalid,
    IReadOnlyList<string> Script,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Expected,
    int Midway,
    IReadOnlyList<string> Langs)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Scenario Load(string path) => JsonSerializer.Deserialize<Scenario>(File.ReadAllBytes(path), Options)!;
}

/// <param name="Kind">choice, number, text or end.</param>
/// <param name="Next">By key for a choice, else one name.</param>
/// <param name="Text">By language.</param>
public sealed record ScenarioNode(string Id, string Kind, JsonElement Next, int Min, int Max, IReadOnlyDictionary<string, string> Text);

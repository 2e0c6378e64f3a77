using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Twiml;

/// <summary>Judges a document by what the official library can write (data/twiml-grammar.json): elements, nesting, attributes, words and types of values.</summary>
internal sealed class TwimlGrammar(string part)
{
    private static readonly JsonElement Grammar =
        JsonDocument.Parse(File.ReadAllBytes(Repository.File("tests", "Twiml", "data", "twiml-grammar.json"))).RootElement;

    private readonly JsonElement _elements = Grammar.GetProperty(part).GetProperty("elements");
    private readonly JsonElement _enums = Grammar.GetProperty(part).GetProperty("enums");

    public static TwimlGrammar Voice { get; } = new("voice");

    public static TwimlGrammar Messaging { get; } = new("messaging");

    /// <returns>What is wrong, one line each; empty when nothing is.</returns>
    public IReadOnlyList<string> Judge(XDocument document)
    {
        var wrong = new List<string>();
        if (document.Root?.Name != "Response")
            wrong.Add("the root is not Response");
        else
            Judge(document.Root, wrong);
        return wrong;
    }

    private void Judge(XElement element, List<string> wrong)
    {
        string name = element.Name.ToString();
        if (!_elements.TryGetProperty(name, out var rule))
        {
            wrong.Add($"{name} is unknown");
            return;
        }

        foreach (var attribute in element.Attributes())
            Judge(rule, attribute, wrong);
        var children = rule.GetProperty("children").EnumerateArray().Select(child => child.GetString()).ToList();
        foreach (var child in element.Elements())
        {
            if (!children.Contains(child.Name.ToString()))
                wrong.Add($"{child.Name} may not stand in {name}");
            Judge(child, wrong);
        }

        var text = rule.GetProperty("text");
        bool hasText = element.Nodes().OfType<XText>().Any(node => node.Value.Length > 0);
        if (text.ValueKind == JsonValueKind.Null && hasText)
            wrong.Add($"{name} may not hold text");
        if (text.ValueKind != JsonValueKind.Null && text.GetProperty("required_by_sdk_signature").GetBoolean() && !hasText && !element.HasElements)
            wrong.Add($"{name} needs text");
    }

    private void Judge(JsonElement rule, XAttribute attribute, List<string> wrong)
    {
        string where = $"{attribute.Parent!.Name}@{attribute.Name}";
        if (!rule.GetProperty("attributes").TryGetProperty(attribute.Name.ToString(), out var expected))
        {
            wrong.Add($"{where} is unknown");
            return;
        }

        bool good = expected.GetProperty("type").GetString() switch
        {
            "string" => true,
            "boolean" => attribute.Value is "true" or "false",
            "number" => int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "enum" => Words(expected, attribute.Value).All(word =>
                _enums.GetProperty(expected.GetProperty("enum").GetString()!).EnumerateArray().Any(allowed => allowed.GetString() == word)),
            _ => false,
        };
        if (!good)
            wrong.Add($"{where} has a value of the wrong kind");
    }

    private static string[] Words(JsonElement expected, string value) => expected.TryGetProperty("list", out _) ? value.Split(' ') : [value];
}

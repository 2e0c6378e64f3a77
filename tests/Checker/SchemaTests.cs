using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Checker;

/// <summary>The schemas say what the parsers take: no more, no less.</summary>
public sealed partial class SchemaTests
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonElement Flow = Read("flows", "flow.schema.json");
    private static readonly JsonElement Catalogue = Read("localization", "catalogue.schema.json");

    [Theory]
    [InlineData("flows", "everywhere.json")]
    [InlineData("flows", "abroad.json")]
    [InlineData("flows", "offer.json")]
    [InlineData("flows", "front-door.json")]
    [InlineData("flows", "report.json")]
    [InlineData("flows", "check-in.json")]
    [InlineData("localization", "km.json")]
    [InlineData("localization", "en.json")]
    public void Our_files_are_as_their_schema_says(string folder, string file) =>
        Assert.Equal("", string.Join('\n', Differences(folder == "flows" ? Flow : Catalogue, folder == "flows" ? Flow : Catalogue, Read(folder, file), file)));

    [Theory]
    [InlineData("\"max\": 999", "\"maximum\": 999")]
    [InlineData("\"ask\": \"number\"", "\"ask\": \"digits\"")]
    [InlineData("\"version\": 1", "\"version\": \"1\"")]
    [InlineData("\"start\": \"safe\",", "")]
    public void A_file_that_is_not_as_its_schema_says_is_seen(string replace, string by)
    {
        var broken = BrokenFlow.OurFiles()["report.json"].Replace(replace, by, StringComparison.Ordinal);
        Assert.NotEmpty(Differences(Flow, Flow, JsonDocument.Parse(broken, Options).RootElement, "report.json"));
    }

    [Fact]
    public void The_flow_parser_asks_for_exactly_the_fields_of_the_schema() =>
        Assert.Equal(Fields(Flow), Asked(Repository.File("flows", "Files", "FlowFile.cs"), FlowFields()));

    [Fact]
    public void The_catalogue_parser_takes_exactly_the_fields_of_the_schema() =>
        Assert.Equal(Fields(Catalogue), Asked(Repository.File("localization", "Catalogues", "CatalogueFile.cs"), CatalogueFields()));

    [Fact]
    public void The_words_of_the_schema_are_those_of_the_program()
    {
        Assert.Equal(Words<Ask>(), Enumeration("ask"));
        Assert.Equal(Words<Channel>(), Enumeration("channel"));
        Assert.Equal(Words<Deed>(), Enumeration("deed"));
        Assert.All(Condition.All.Concat(Target.All).Concat(SayThe.All), word => Assert.Contains(word, Flow.GetRawText(), StringComparison.Ordinal));
        Assert.All(Placeholder.All, word => Assert.Contains($"{{{word}}}", Catalogue.GetRawText(), StringComparison.Ordinal));
    }

    /// <summary>As much of JSON Schema as ours use: type, required, properties, additionalProperties, enum, oneOf, items, $ref.</summary>
    private static IEnumerable<string> Differences(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        if (schema.TryGetProperty("oneOf", out var several))
            return several.EnumerateArray().Count(one => !Differences(root, one, value, path).Any()) == 1 ? [] : [$"{path} is none of what it may be"];
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == (value.ValueKind == JsonValueKind.String ? value.GetString() : null)))
            return [$"{path} is none of the words"];
        if (schema.TryGetProperty("type", out var type) && !IsA(type.GetString()!, value))
            return [$"{path} is no {type.GetString()}"];
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
            return [$"{path} is not of the pattern"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(root, schema, value, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, n) => Differences(root, items, item, $"{path}/{n}")),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        var missing = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)) : [];
        return missing.Select(name => $"{path} has no {name}").Concat(value.EnumerateObject().SelectMany(field =>
            schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var known) ? Differences(root, known, field.Value, $"{path}/{field.Name}")
            : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? Differences(root, others, field.Value, $"{path}/{field.Name}")
            : [$"{path}/{field.Name} is not declared"]));
    }

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new InvalidDataException($"The schema says \"{type}\", which this test does not know."),
    };

    /// <summary>Every name under any "properties".</summary>
    private static IEnumerable<string> Fields(JsonElement schema) => Names(schema).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => field.Name == "properties" ? field.Value.EnumerateObject().SelectMany(one => Names(one.Value).Prepend(one.Name)) : Names(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static IEnumerable<string> Asked(string file, Regex fields) =>
        fields.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Words<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => CapitalInside().Replace(name, "-$1").ToLowerInvariant()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Enumeration(string name) =>
        Flow.GetProperty("$defs").GetProperty(name).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).Order(StringComparer.Ordinal);

    private static JsonElement Read(params string[] path) => JsonDocument.Parse(File.ReadAllText(Repository.File(path)), Options).RootElement;

    [GeneratedRegex("""\b(?:Text|Needed|Number|Flag|Map|Texts|Get|Of|Rules)\((?:node, |choice, |byChannel, )?"([$a-z]+)"\)""")]
    private static partial Regex FlowFields();

    [GeneratedRegex("""(?:case |Needed\(|TryGetProperty\(|is not \(|or )"([$a-z]+)"(?=:|\)| or|, out)""")]
    private static partial Regex CatalogueFields();

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex CapitalInside();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Hotline.Tests.Checker;

/// <summary>Whoever edits a flow or a catalogue gets a sentence, never a stack trace: every value of our files is replaced by one of every other kind.</summary>
public sealed class MutationTests
{
    private static readonly string[] Values = ["null", "true", "-1", "1.5", "\"\"", "\"@nothing\"", "\"a/b\"", "\"{\"", "[]", "[null]", "[\"text\"]", "{}", "{\"text\":1}", "{\"to\":2}", "[{\"to\":\"when\",\"if\":3}]"];

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Theory]
    [InlineData("everywhere.json", 2)]
    [InlineData("front-door.json", 2)]
    [InlineData("report.json", 9)]
    [InlineData("return.json", 5)]
    [InlineData("km.json", 15)]
    public void A_value_of_the_wrong_kind_is_told_in_a_sentence(string file, int every)
    {
        var ours = BrokenFlow.OurFiles();
        var tried = 0;
        var refused = 0;
        var count = Nodes(Parse(ours[file])).Count();
        for (var node = 0; node < count; node += every)
            foreach (var value in Values)
            {
                var root = Parse(ours[file]);
                var target = Nodes(root).ElementAt(node);
                if (target.Parent is null)
                    root = JsonNode.Parse(value);
                else
                    target.ReplaceWith(JsonNode.Parse(value));
                var findings = BrokenFlow.Check(new(ours, StringComparer.Ordinal) { [file] = root?.ToJsonString() ?? "null" }, refuseUnverified: false).ToList();
                Assert.All(findings, finding => Assert.Matches(@"^[\w.-]+:[^:]+: \S", finding));
                tried++;
                refused += findings.Count > 0 ? 1 : 0;
            }

        Assert.True(refused * 2 > tried, $"{refused} of {tried} refused");
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: Options)!;

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject map => map.Select(item => item.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().SelectMany(Nodes))
            yield return child;
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>Reads a flow from JSON with comments (shape: flow.schema.json). Every error names file, state and what to do.</summary>
public static class FlowFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="FlowException">The file is not a flow.</exception>
    public static Flow Parse(string file, string json)
    {
        using var document = Open(file, json);
        var node = new Node(file, "-", document.RootElement);
        node.Text("$schema");
        var name = node.Needed("flow");
        var states = node.Get("states") is { ValueKind: JsonValueKind.Object } map ? map : throw node.Error("\"states\" is missing");
        var flow = new Flow(
            file,
            name,
            node.Number("version") ?? throw node.Error("\"version\" is missing"),
            node.Needed("start"),
            node.Flag("neutral"),
            node.Flag("resumable"),
            node.Text("told") is { } told ? node.Word<Told>("told", told) : Told.Story,
            node.Map("moved"),
            Rules(node, "done"),
            node.Child(states).Each().ToFrozenDictionary(item => item.Name, item => ReadState(file, name, item.Name, item.Value), StringComparer.Ordinal));
        node.Close();
        return flow;
    }

    private static JsonDocument Open(string file, string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            throw new FlowException(new Finding(file, "-", $"line {e.LineNumber + 1} is not JSON"));
        }
    }

    private static State ReadState(string file, string flow, string name, JsonElement element)
    {
        var node = new Node(file, name, element);
        var (text, voice) = ReadAsk(node);
        var state = new State
        {
            Name = name,
            Say = node.Get("say") is null ? [$"{flow}.{name}"] : node.Texts("say"),
            AskByText = text,
            AskByVoice = voice,
            List = node.Text("list") is { } list ? node.Word<ListOf>("list", list) : null,
            Choices = ReadChoices(node),
            Min = node.Number("min") ?? 0,
            Max = node.Number("max") ?? 999,
            Keep = node.Text("keep"),
            Set = node.Map("set"),
            Do = node.Texts("do").Select(word => node.Word<Deed>("do", word)).ToArray(),
            Goto = Rules(node, "goto"),
            Words = Rules(node, "words"),
            Amend = node.Text("amend"),
            Lookup = node.Text("lookup") is { } sought ? node.Word<Sought>("lookup", sought) : Sought.Nothing,
            End = node.Text("end"),
        };
        node.Close();
        return state;
    }

    private static (Ask Text, Ask Voice) ReadAsk(Node node)
    {
        if (node.Get("ask") is not { ValueKind: JsonValueKind.Object } both)
            return (Of(node, "ask"), Of(node, "ask"));
        var byChannel = node.Child(both);
        var ask = (Of(byChannel, "text"), Of(byChannel, "voice"));
        byChannel.Close();
        return ask;
    }

    private static Ask Of(Node node, string name) => node.Text(name) is { } word ? node.Word<Ask>(name, word) : Ask.Nothing;

    private static List<Choice> ReadChoices(Node node)
    {
        var choices = new List<Choice>();
        if (node.Get("choices") is not { } list)
            return choices;
        foreach (var item in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw node.Error("\"choices\" has to be a list"))
        {
            var choice = node.Child(item);
            choices.Add(new Choice(
                choice.Needed("key"),
                choice.Text("value") ?? "",
                Rules(choice, "goto"),
                choice.Texts("do").Select(word => choice.Word<Deed>("do", word)).ToArray(),
                choice.Text("on") is { } on ? choice.Word<Channel>("on", on) : null));
            choice.Close();
        }

        return choices;
    }

    private static List<Rule> Rules(Node node, string name)
    {
        if (node.Get(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.String)
            return [new Rule(null, null, null, value.GetString()!)];
        if (value.ValueKind != JsonValueKind.Array)
            throw node.Error($"\"{name}\" has to be a state or a list of rules");
        var rules = new List<Rule>();
        foreach (var item in value.EnumerateArray())
        {
            var rule = node.Child(item);
            rules.Add(new Rule(rule.Text("if"), rule.Text("is"), rule.Text("on") is { } on ? rule.Word<Channel>("on", on) : null, rule.Needed("to")));
            rule.Close();
        }

        return rules;
    }
}

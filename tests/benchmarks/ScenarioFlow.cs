using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Functions.Setup;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Reading;

namespace Hotline.Benchmarks;

/// <summary>
/// The scenario as flow and catalogue files in our own format, read by our own readers. A choice with more than nine answers is asked as a
/// number, because a key of ours is one digit; the language is set by the front door, one a line; everything else is as the scenario has it.
/// </summary>
public sealed class ScenarioFlow
{
    private readonly Dictionary<string, Conversation> byLanguage;

    /// <param name="scenario">The peers' conversation.</param>
    /// <param name="restart">A word that begins anew wherever it is said, as the web harness has it: taken for "menu", and our front door empties what was answered.</param>
    public ScenarioFlow(Scenario scenario, string? restart = null)
    {
        var product = DataFiles.Load();
        var reader = restart is null ? product.Phrases.Reader : new Reader(WordLists.Parse(WordsWith(restart)), product.Phrases.Reader.Places);
        var everywhere = product.Flows["everywhere"];
        var report = FlowFile.Parse("report.json", Report(scenario).ToJsonString());
        Phrases = new Phrasebook(
            scenario.Langs.Select(language => CatalogueFile.Parse($"{language}.json", Prompts(scenario, language, product.Phrases).ToJsonString())).ToArray(),
            reader,
            product.Phrases.Numbers,
            product.Phrases.Campaigns);
        byLanguage = scenario.Langs.ToDictionary(
            language => language,
            language => new Conversation(new FlowSet([everywhere, report, FlowFile.Parse("front-door.json", FrontDoor(language, scenario.Start).ToJsonString())]), Phrases),
            StringComparer.Ordinal);
    }

    public Phrasebook Phrases { get; }

    public Conversation In(string language) => byLanguage[language];

    private static string WordsWith(string restart)
    {
        var words = JsonNode.Parse(File.ReadAllText(Path.Combine(DataFiles.Folder("localization"), "words.json")))!;
        words["lists"]!["menu"]!["en"]!.AsArray().Add(restart);
        return words.ToJsonString();
    }

    private static JsonObject FrontDoor(string language, string start) => new()
    {
        ["flow"] = "front-door",
        ["version"] = 1,
        ["start"] = "start",
        ["states"] = new JsonObject
        {
            ["start"] = new JsonObject { ["say"] = new JsonArray(), ["do"] = "start-anew", ["set"] = new JsonObject { ["@language"] = language }, ["goto"] = "report/" + start },
            ["menu"] = new JsonObject { ["say"] = new JsonArray(), ["goto"] = "start" },
            ["thanks"] = new JsonObject { ["say"] = new JsonArray(), ["goto"] = "start" },
            ["code"] = new JsonObject { ["say"] = new JsonArray(), ["goto"] = "start" },
        },
    };

    private static JsonObject Report(Scenario scenario)
    {
        var states = new JsonObject { ["safe"] = new JsonObject { ["say"] = new JsonArray(), ["goto"] = scenario.Start } };
        foreach (var node in scenario.Nodes)
            states[node.Id] = State(node);
        return new() { ["flow"] = "report", ["version"] = 1, ["start"] = scenario.Start, ["resumable"] = true, ["states"] = states };
    }

    private static JsonObject State(ScenarioNode node)
    {
        if (node.Kind == "end")
            return new() { ["do"] = node.Id == "done" ? "file" : new JsonArray(), ["end"] = "answered" };
        if (node.Kind == "text")
            return new() { ["ask"] = "words", ["goto"] = node.Next.GetString() };
        if (node.Kind == "number")
            return Number(node, node.Min, node.Max, node.Next.GetString()!);
        var choices = node.Next.EnumerateObject().ToList();
        if (choices.Count > 9)
            return Number(node, 1, choices.Count, choices[0].Value.GetString()!);
        return new()
        {
            ["ask"] = "choice",
            ["keep"] = node.Id,
            ["choices"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["key"] = choice.Name, ["value"] = choice.Name, ["goto"] = choice.Value.GetString() })]),
        };
    }

    private static JsonObject Number(ScenarioNode node, int min, int max, string next) =>
        new() { ["ask"] = "number", ["min"] = min, ["max"] = max, ["keep"] = node.Id, ["goto"] = next };

    /// <summary>The scenario's texts, and the product's own for what is said everywhere.</summary>
    private static JsonObject Prompts(Scenario scenario, string language, Phrasebook product)
    {
        var prompts = new JsonObject();
        foreach (var prompt in product.In(language).Prompts.Where(prompt => prompt.Key.StartsWith("everywhere.", StringComparison.Ordinal)))
            prompts[prompt.Key] = Prompt((prompt.Text ?? prompt.Voice)!.Source);
        foreach (var node in scenario.Nodes)
            prompts["report." + node.Id] = Prompt(node.Text[language]);
        prompts["everywhere.missed"] = Prompt(scenario.Invalid[language].TrimEnd());
        return new() { ["language"] = language, ["name"] = language, ["prompts"] = prompts };
    }

    private static JsonObject Prompt(string text) => new() { ["text"] = text, ["review"] = "draft", ["segments"] = 3, ["why"] = "benchmark" };
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Flows.Engine;
using Hotline.Localization.Catalogues;
using Hotline.Tests.Golden;
using Hotline.Tests.Node;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Checker;

/// <summary>What our words cost, counted without the code that the program counts with.</summary>
public sealed partial class BudgetTests(ITestOutputHelper output)
{
    private sealed record Counted(string Encoding, int Segments);

    /// <summary>GSM 03.38, basic and (costing two) extended.</summary>
    private const string Gsm = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string GsmTwice = "^{}\\[~]|€";

    private static readonly IReadOnlyList<(Prompt Prompt, string Longest)> Texts = (
        from catalogue in Hotlines.Context.Phrases.Catalogues
        from prompt in catalogue.Prompts
        where prompt.Text is not null
        select (prompt, Longest(prompt.Text!, catalogue.Language))).ToList();

    [Fact]
    public void Every_prompt_keeps_its_budget_at_its_longest()
    {
        Assert.Equal("", string.Join('\n', Texts.Where(text => Segments(text.Longest) > text.Prompt.Segments).Select(text => $"{text.Prompt.Key}: {text.Longest}")));
        output.WriteLine($"{Texts.Count} prompts, the longest Khmer one has {Texts.Where(text => !IsGsm(text.Longest)).Max(text => text.Longest.Length)} of 70 units; {Texts.Count(text => text.Prompt.Segments > 1)} have a budget above one segment.");
    }

    [Fact]
    public void The_carriers_calculator_counts_the_same()
    {
        var theirs = JsonSerializer.Deserialize<Counted[]>(NodePeers.Run("segments.js", JsonSerializer.Serialize(Texts.Select(text => text.Longest))), JsonSerializerOptions.Web)!;
        Assert.Equal(Texts.Select(text => Segments(text.Longest)), theirs.Select(counted => counted.Segments));
        Assert.Equal(Texts.Select(text => IsGsm(text.Longest)), theirs.Select(counted => counted.Encoding == "GSM-7"));
    }

    [Fact]
    public void A_prompt_over_its_budget_would_be_seen() => Assert.Equal(2, Segments(new string('ក', 71)));

    [Theory]
    [InlineData("text-km-shortest.txt", 6)]
    [InlineData("text-en-shortest.txt", 6)]
    public void The_shortest_useful_report_costs_at_most_six_segments(string name, int most)
    {
        var (_, segments) = Cost(name);
        output.WriteLine($"{name}: {segments} segments");
        Assert.InRange(segments, 1, most);
    }

    [Theory]
    [InlineData("text-km-whole.txt")]
    [InlineData("text-en-whole.txt")]
    [InlineData("text-km-by-number.txt")]
    public void A_full_report_costs_one_segment_a_prompt_and_at_most_two_more(string name)
    {
        var (turns, segments) = Cost(name);
        output.WriteLine($"{name}: {segments} segments in {turns} turns");
        Assert.InRange(segments, turns, turns + 2);
    }

    private static (int Turns, int Segments) Cost(string name)
    {
        var (script, inputs) = Transcript.Load(name).Start();
        var (turns, segments) = (0, 0);
        foreach (var input in inputs)
        {
            script.Take(input);
            turns++;
            segments += script.Latest!.Texts.Sum(Segments);
        }

        Assert.Contains(script.Latest!.Effects, effect => effect is Effect.FileReport);
        return (turns, segments);
    }

    /// <summary>Every number that the list holds, in both forms, two at a time: no caller can be told more.</summary>
    private static string Longest(Template text, string language) => Hole().Replace(text.Source, hole =>
    {
        var phrases = Hotlines.Context.Phrases;
        string?[] countries = [null, "KH", "TH", "VN", "LA", "MM", "MY", "SG", "ID", "PH", "CN", "HK", "MO", "TW", "KR", "JP", "AU", "SA", "AE", "QA", "KW", "FR", "GB", "DE"];
        var pairs = countries.SelectMany(country => countries.Select(caller => (country, caller)));
        return hole.Value switch
        {
            "{numbers}" => pairs.Select(pair => phrases.DangerNumbers(pair.country, pair.caller, language)).MaxBy(value => value.Length)!,
            "{person}" => countries.Select(caller => phrases.PersonNumber(caller, language)).MaxBy(value => value.Length)!,
            "{labour}" => countries.Select(caller => phrases.LabourNumber(caller, language)).MaxBy(value => value.Length)!,
            "{child}" => countries.Select(caller => phrases.ChildNumber(caller, language)).MaxBy(value => value.Length)!,
            "{warnings-count}" => "10",
            "{checked}" => "30/12/2026",
            "{key}" => "4",
            "{receipt}" => "0000 0000 0000 0000",
            "{last}" => "9",
            "{left}" => "15",
            // Three segments; -- reports answer refuses more.
            "{answer}" => new string('ក', 201),
            "{talk}" => new string('ក', 70),
            _ => throw new InvalidDataException($"How long can {hole.Value} get?"),
        };
    });

    private static int Segments(string text) => IsGsm(text)
        ? Count(text.Sum(c => GsmTwice.Contains(c, StringComparison.Ordinal) ? 2 : 1), 160, 153)
        : Count(text.Length, 70, 67);

    private static int Count(int units, int alone, int together) => units <= alone ? 1 : (units + together - 1) / together;

    private static bool IsGsm(string text) => text.All(c => Gsm.Contains(c, StringComparison.Ordinal) || GsmTwice.Contains(c, StringComparison.Ordinal));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Hole();
}

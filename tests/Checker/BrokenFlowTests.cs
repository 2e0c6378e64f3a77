using System.Text.RegularExpressions;
using Hotline.Flows.Checking;
using Hotline.Tests.Golden;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Checker;

/// <summary>What the checker refuses, and in which words.</summary>
public sealed partial class BrokenFlowTests
{
    public static TheoryData<string> Names => [.. BrokenFlow.Names];

    [Fact]
    public void Our_own_flows_and_catalogues_have_no_finding() => Assert.Equal([], FlowCheck.All(Hotlines.Context));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_flow_is_refused_in_these_words(string name)
    {
        var broken = new BrokenFlow(name);
        var findings = broken.Findings();
        Assert.NotEqual("", findings);
        if (Environment.GetEnvironmentVariable("HOTLINE_ACCEPT") == "1")
            File.WriteAllText(broken.ExpectedFile, findings);
        else
            Assert.Equal(File.ReadAllText(broken.ExpectedFile), findings);
    }

    /// <summary>Sentences are found in the source: a string of three words or more, its holes filled by anything.</summary>
    [Fact]
    public void Every_sentence_of_the_checker_and_the_parsers_has_a_broken_flow()
    {
        var said = string.Concat(BrokenFlow.Names.Select(name => File.ReadAllText(new BrokenFlow(name).ExpectedFile)));
        var unsaid = Sentences().Where(sentence => !Regex.IsMatch(said, sentence)).ToList();
        Assert.True(unsaid.Count == 0, string.Join('\n', unsaid));
    }

    [Fact]
    public void The_source_is_really_searched_for_sentences() => Assert.True(Sentences().Count() > 50);

    private static IEnumerable<string> Sentences() => Sentences("*.cs", Path.Combine("flows", "Checking"), Path.Combine("flows", "Files"), Path.Combine("localization", "Catalogues"));

    /// <summary>Patterns of the sentences that the source of these folders can say. Tips are no flow: TipBookTests breaks them.</summary>
    internal static IEnumerable<string> Sentences(string files, params string[] folders) =>
        from folder in folders
        from file in Directory.GetFiles(Repository.File(folder), files)
        where !Path.GetFileName(file).EndsWith("Diagram.cs", StringComparison.Ordinal) && Path.GetFileName(file) != "TipRules.cs"
        from line in File.ReadAllLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in Literal().Matches(line)
        let sentence = match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal)
        where sentence.Split(' ').Count(word => word.Any(char.IsLetter)) > 2
        select string.Join(".+", Hole().Split(sentence.Split(" {(")[0]).Select(Regex.Escape));

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}

using System.Text.RegularExpressions;
using Xunit;

namespace Hotline.Tests.House;

/// <summary>Rules of the house that a machine can read. Each is tried on a line that breaks it.</summary>
public sealed partial class RuleTests
{
    private const int Longest = 200;

    /// <summary>What may never stand in a log: numbers, words, keys, receipts, tokens and addresses.</summary>
    private static readonly string[] Private =
        ["number", "phone", "from", "to", "caller", "body", "text", "message", "words", "digits", "keys", "receipt", "code", "token", "secret", "signature", "recording", "url", "address", "path", "exception", "slots", "session", "contact"];

    [Fact]
    public void The_product_was_found() => Assert.True(Source.Product.Count > 100, $"{Source.Product.Count} files");

    [Fact]
    public void The_Khmer_culture_is_named_in_one_file_only() =>
        Assert.Equal(["localization/Writing/KhmerHumanizer.cs"], Source.Product.Where(file => Source.Code(file).Any(line => KhmerCulture().IsMatch(line.Line))));

    [Fact]
    public void Khmer_is_cut_by_our_own_clusters_only() => Nowhere(Source.Product, TextElements());

    [Fact]
    public void No_log_holds_what_is_private() => Assert.Equal("", string.Join('\n',
        from file in Source.Product
        from Match template in LogTemplate().Matches(Source.Read(file))
        from Match hole in Hole().Matches(template.Value)
        where Private.Contains(hole.Groups[1].Value.ToLowerInvariant())
        select $"{file}: {template.Value}"));

    [Fact]
    public void Logs_have_templates_and_no_sentences_put_together() => Nowhere(Source.Product, LooseLog());

    [Fact]
    public void No_file_is_long() => Assert.Equal("", string.Join('\n',
        from file in Source.Product
        let lines = Source.Read(file).Count(c => c == '\n')
        where lines > Longest
        select $"{file}: {lines} lines"));

    [Fact]
    public void No_file_names_a_machine_or_a_registry() => Nowhere(Source.Files.Where(file => !file.EndsWith("RuleTests.cs", StringComparison.Ordinal)), Machine());

    [Fact]
    public void Nothing_is_left_for_later() => Nowhere(Source.Files.Where(file => !file.EndsWith("RuleTests.cs", StringComparison.Ordinal)), Later());

    [Fact]
    public void No_folder_or_type_is_a_drawer() => Assert.Equal("", string.Join('\n', Source.Product.Where(file => Drawer().IsMatch(file))));

    [Fact]
    public void One_file_holds_no_region_and_one_namespace() => Nowhere(Source.Product, Region());

    [Theory]
    [InlineData("culture", "new CultureInfo(\"km\")")]
    [InlineData("culture", "CultureInfo.GetCultureInfo(\"km-KH\")")]
    [InlineData("elements", "StringInfo.ParseCombiningCharacters(text)")]
    [InlineData("elements", "StringInfo.GetNextTextElement(text)")]
    [InlineData("loose log", "logger.LogInformation($\"from {number}\");")]
    [InlineData("machine", "path = \"/home/user/hotline\"")]
    [InlineData("machine", "C:\\Users\\me")]
    [InlineData("machine", "\"resolved\": \"https://npm.company.example/twilio\"")]
    [InlineData("machine", "<add key=\"x\" value=\"https://nuget.company.example/v3\" />")]
    [InlineData("later", "// TODO: later")]
    [InlineData("later", "[Fact(Skip = \"slow\")]")]
    [InlineData("drawer", "functions/Common/Text.cs")]
    [InlineData("drawer", "flows/TextHelpers.cs")]
    [InlineData("region", "#region Private")]
    public void A_broken_rule_is_seen(string rule, string line) => Assert.Matches(rule switch
    {
        "culture" => KhmerCulture(),
        "elements" => TextElements(),
        "loose log" => LooseLog(),
        "machine" => Machine(),
        "later" => Later(),
        "drawer" => Drawer(),
        _ => Region(),
    }, line);

    [Fact]
    public void A_private_name_in_a_log_is_seen()
    {
        var template = LogTemplate().Match("[LoggerMessage(Level = LogLevel.Error, Message = \"{Kind} from {Number}\")]");
        Assert.Contains(Hole().Matches(template.Value), hole => Private.Contains(hole.Groups[1].Value.ToLowerInvariant()));
    }

    private static void Nowhere(IEnumerable<string> files, Regex rule) => Assert.Equal("", string.Join('\n',
        from file in files
        from line in file.EndsWith(".cs", StringComparison.Ordinal) && rule == TextElements() ? Source.Code(file) : Source.Read(file).Split('\n').Select((line, n) => (Number: n + 1, Line: line))
        where rule.IsMatch(line.Line)
        select $"{file}:{line.Number}: {line.Line.Trim()}"));

    [GeneratedRegex("(?:GetCultureInfo|new CultureInfo)\\((?!\"en\")")]
    private static partial Regex KhmerCulture();

    [GeneratedRegex("\\bStringInfo\\b|TextElement")]
    private static partial Regex TextElements();

    [GeneratedRegex("""(?:LoggerMessage\([^\]]*|\.Log(?:Trace|Debug|Information|Warning|Error|Critical)?\([^;]*)""")]
    private static partial Regex LogTemplate();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(""")]
    private static partial Regex LooseLog();

    [GeneratedRegex("""/home/\w|/Users/\w|[A-Z]:\\\\?Users|/w[o]rk/|/tmp/[a-z]/|"resolved": "https?://|<add key="[^"]*" value="https?://""")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bXXX\b|\bSkip\s*=\s*""")]
    private static partial Regex Later();

    [GeneratedRegex(@"(?:^|/)(?:Common|Helpers?|Utils?|Utilities|Models?|Managers?|Services?)/|(?:Helpers?|Utils?|Manager)\.cs$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*#region|^namespace .*\{")]
    private static partial Regex Region();
}

using System.Text.RegularExpressions;
using Hotline.Tests.House;

namespace Hotline.Tests.Infra;

/// <summary>infra/main.bicep read lightly: no compiler can be had where the tests run.</summary>
internal static partial class Bicep
{
    public static string Text { get; } = Source.Read("infra/main.bicep");

    /// <summary>Without comments, and strings emptied.</summary>
    public static string Code => Strings().Replace(Comments().Replace(Text, ""), "''");

    /// <summary>The app settings by name, in the order of the file.</summary>
    public static IReadOnlyList<string> Settings => [.. Setting().Matches(Block("var settings = union(")).Select(match => match.Groups[1].Value)];

    /// <summary>"type@version" of every resource.</summary>
    public static IReadOnlyList<string> Resources => [.. Resource().Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>Names of alarms.</summary>
    public static IReadOnlyList<string> Alarms => [.. new[] { "var watched = [", "var searched = [", "var doors = [" }.SelectMany(list => Named().Matches(Block(list)).Select(match => match.Groups[1].Value)), "month"];

    /// <summary>From a line to the end of what it opens.</summary>
    public static string Block(string start)
    {
        var from = Text.IndexOf(start, StringComparison.Ordinal);
        if (from < 0)
            throw new InvalidOperationException($"main.bicep has no {start}");
        var depth = 0;
        for (var at = from; at < Text.Length; at++)
        {
            var step = Text[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            depth += step;
            if (depth == 0 && step < 0)
                return Text[from..(at + 1)];
        }

        throw new InvalidOperationException($"{start} does not end.");
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"'(?:\\.|[^'\\\n])*'")]
    private static partial Regex Strings();

    [GeneratedRegex(@"(?:^|\{)\s*([A-Z][A-Za-z]*_[A-Za-z_]+):", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*resource \w+ '([^']+@[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"\{ name: '([a-z-]+)'")]
    private static partial Regex Named();
}

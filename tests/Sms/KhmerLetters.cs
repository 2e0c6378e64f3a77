using System.Text.RegularExpressions;

namespace Hotline.Tests.Sms;

/// <summary>A second opinion on clusters for the tests: a pattern over the whole text, not the local rule of the code.</summary>
internal static partial class KhmerLetters
{
    [GeneratedRegex(@"[\u1780-\u17B3\u25CC](?:[\u17B4-\u17D1\u17D3\u17DD\u200C\u200D]|\u17D2[\u1780-\u17B3]?)*|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]", RegexOptions.CultureInvariant)]
    private static partial Regex Letter { get; }

    public static bool StartsAt(string text, int index) => Letter.Matches(text).Any(match => match.Index == index);
}

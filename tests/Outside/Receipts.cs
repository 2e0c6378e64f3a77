using System.Text.RegularExpressions;

namespace Hotline.Tests.Outside;

/// <summary>Receipts in answers: 16 digits in groups of four.</summary>
internal static partial class Receipts
{
    public static string? Find(string text) => Groups().Match(text) is { Success: true } found ? found.Value.Replace(" ", "", StringComparison.Ordinal) : null;

    /// <summary>Two conversations never have the same one, so it is put aside before they are compared.</summary>
    public static string Hide(string text) => Groups().Replace(text, "0000 0000 0000 0000");

    [GeneratedRegex("[0-9]{4}( [0-9]{4}){3}")]
    private static partial Regex Groups();
}

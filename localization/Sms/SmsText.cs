using System.Buffers;
using System.Text;

namespace Hotline.Localization.Sms;

/// <summary>Makes a text fit to be sent: nothing invisible that is billed, shown as a box, or refused by the provider.</summary>
public static class SmsText
{
    // Zero-width and direction marks cost a unit each and turn an English text into UCS-2. Tab, CR and the separators become
    // the space or line that they stood for, so that no two words grow together.
    private const string Invisible =
        "\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
        + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF\uFFFE\uFFFF";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Where(c => c != '\n'),
         .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\u2028', '\u2029', .. Invisible]);

    /// <returns>The same string when there was nothing to remove.</returns>
    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                clean.Append(text[at]).Append(text[++at]);
            else if (Replacement(text, at) is { } kept)
                clean.Append(kept);
        }
        return clean.ToString();
    }

    private static char? Replacement(string text, int at) => text[at] switch
    {
        '\t' => ' ',
        '\r' => at + 1 < text.Length && text[at + 1] == '\n' ? null : '\n',
        '\u2028' or '\u2029' or '\u0085' => '\n',
        var other => Suspects.Contains(other) ? null : other,
    };
}

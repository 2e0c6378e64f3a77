using System.Globalization;
using System.Text;

namespace Hotline.Functions.Providers;

/// <summary>
/// JSON strings (RFC 8259 section 7) with half a surrogate pair, which the framework refuses to read as a whole. Phones cut long texts in the middle of an emoji;
/// the rest of such a text must not be lost.
/// </summary>
internal static class BrokenEscapes
{
    /// <param name="quoted">With its quotation marks, as it stood in valid JSON.</param>
    /// <returns>Each half pair replaced by U+FFFD.</returns>
    public static string Mend(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
                text.Append(quoted[i]);
            else if (quoted[++i] != 'u')
                text.Append(Short(quoted[i]));
            else if (ushort.TryParse(quoted.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
        }

        return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text.ToString()));
    }

    private static char Short(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}

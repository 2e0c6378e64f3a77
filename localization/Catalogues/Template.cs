using System.Text;

namespace Hotline.Localization.Catalogues;

/// <summary>A sentence with named places in braces, cut up once.</summary>
public sealed class Template
{
    private readonly List<(string Text, bool IsName)> parts = [];

    /// <exception cref="FormatException">A brace is not closed, or a name is empty.</exception>
    public Template(string source)
    {
        Source = source;
        for (var i = 0; i < source.Length;)
        {
            var open = source.IndexOf('{', i);
            if (open < 0)
                open = source.Length;
            if (open > i)
                parts.Add((source[i..open], false));
            if (open == source.Length)
                break;
            var close = source.IndexOf('}', open);
            if (close <= open + 1)
                throw new FormatException("a brace is not closed");
            parts.Add((source[(open + 1)..close], true));
            i = close + 1;
        }

        Names = parts.Where(part => part.IsName).Select(part => part.Text).Distinct(StringComparer.Ordinal).ToArray();
    }

    public string Source { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Literal texts and, in their places, the values; what a voice has to say one after the other.</summary>
    public IReadOnlyList<(string Text, bool IsName)> Parts => parts;

    public string Fill(IReadOnlyDictionary<string, string>? values)
    {
        if (Names.Count == 0)
            return Source;
        var text = new StringBuilder(Source.Length + 32);
        foreach (var (part, isName) in parts)
            text.Append(!isName ? part : values is not null && values.TryGetValue(part, out var value) ? value : "");
        return text.ToString();
    }
}

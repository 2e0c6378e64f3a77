using System.Text;
using Hotline.Localization.Speaking;

namespace Hotline.Localization.Catalogues;

/// <summary>A sentence with named places in braces, cut up once.</summary>
public sealed class Template
{
    private readonly List<(string Text, SayAs? Name)> parts = [];

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
                parts.Add((source[i..open], null));
            if (open == source.Length)
                break;
            var close = source.IndexOf('}', open);
            if (close <= open + 1)
                throw new FormatException("a brace is not closed");
            parts.Add((source[(open + 1)..close], SpokenValue.KindOf(source[(open + 1)..close])));
            i = close + 1;
        }

        List<string> names = [];
        foreach (var (text, name) in parts)
            if (name is not null && !names.Contains(text))
                names.Add(text);
        Names = names;
    }

    public string Source { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Literal texts and, in their places, the names of values with what they are; what a voice has to say one after the other.</summary>
    public IReadOnlyList<(string Text, SayAs? Name)> Parts => parts;

    /// <summary>Values in their written form (<see cref="SpokenValue.Write"/>); without a language, as they are.</summary>
    public string Fill(IReadOnlyDictionary<string, string>? values, string? language = null)
    {
        if (Names.Count == 0)
            return Source;
        var text = new StringBuilder(Source.Length + 32);
        foreach (var (part, name) in parts)
            if (name is not { } kind)
                text.Append(part);
            else if (values is not null && values.TryGetValue(part, out var value))
                text.Append(kind == SayAs.Digits || language is null ? value : SpokenValue.Write(kind, value, language) ?? value);
        return text.ToString();
    }
}

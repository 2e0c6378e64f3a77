using System.Text;

namespace Hotline.Localization.Catalogues;

/// <summary>Which recordings, in order, say a prompt. A prompt without placeholders is one clip, named as its key; one with placeholders is a clip for each piece between them, and digits for the values.</summary>
public static class Clips
{
    /// <summary>Clip names: "report.safe", "report.filed.1", "say.7".</summary>
    public static IReadOnlyList<string> Of(Prompt prompt, IReadOnlyDictionary<string, string>? values)
    {
        var template = prompt.Voice ?? prompt.Text!;
        if (template.Names.Count == 0)
            return [prompt.Key];
        var clips = new List<string>();
        var piece = 0;
        foreach (var (text, isName) in template.Parts)
            if (!isName)
            {
                piece++;
                if (HasWords(text))
                    clips.Add($"{prompt.Key}.{piece}");
            }
            else if (values is not null && values.TryGetValue(text, out var value))
            {
                AddValue(clips, value);
            }

        return clips;
    }

    /// <summary>Every clip that has to be recorded for a prompt, with its words.</summary>
    public static IEnumerable<(string Clip, string Words)> Needed(Prompt prompt)
    {
        if (prompt.Voice is not { } template)
            yield break;
        if (template.Names.Count == 0)
        {
            yield return (prompt.Key, template.Source);
            yield break;
        }

        var piece = 0;
        foreach (var (text, isName) in template.Parts)
            if (!isName && ++piece > 0 && HasWords(text))
                yield return ($"{prompt.Key}.{piece}", text.Trim());
    }

    /// <summary>For a voice that reads text out: digits one by one.</summary>
    public static string ReadOut(string text)
    {
        var said = new StringBuilder(text.Length * 2);
        for (var i = 0; i < text.Length; i++)
        {
            said.Append(text[i]);
            if (char.IsAsciiDigit(text[i]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                said.Append(' ');
        }

        return said.ToString();
    }

    /// <summary>Numbers are said digit by digit; any word between two of them is the language's "or".</summary>
    private static void AddValue(List<string> clips, string value)
    {
        var inWord = false;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c))
                clips.Add($"say.{c}");
            else if (c == '+')
                clips.Add("say.plus");
            else if (c is not (' ' or '-' or ',' or '.') && !inWord)
                clips.Add("say.or");
            inWord = !char.IsAsciiDigit(c) && c is not (' ' or '-' or ',' or '.' or '+');
        }
    }

    private static bool HasWords(string text) => text.Any(c => char.IsLetterOrDigit(c));
}

using System.Text;
using Hotline.Localization.Speaking;
using Hotline.Localization.Writing;

namespace Hotline.Localization.Catalogues;

/// <summary>Which recordings, in order, say a prompt. A prompt without placeholders is one clip, named as its key; one with placeholders is a clip for each piece between them, and those of <see cref="Speech"/> for the values.</summary>
public static class Clips
{
    /// <summary>Clip names: "report.safe", "report.filed.1", "say.7".</summary>
    public static IReadOnlyList<string> Of(Prompt prompt, string language, IReadOnlyDictionary<string, string>? values)
    {
        var template = prompt.Voice ?? prompt.Text!;
        if (template.Names.Count == 0)
            return [prompt.Key];
        var clips = new List<string>();
        var piece = 0;
        foreach (var (text, name) in template.Parts)
            if (name is not { } kind)
            {
                piece++;
                if (HasWords(text))
                    clips.Add($"{prompt.Key}.{piece}");
            }
            else if (values is not null && values.TryGetValue(text, out var value))
            {
                clips.AddRange(Speech.Of(kind, value, language));
            }

        return clips;
    }

    /// <summary>Every clip that has to be recorded for a catalogue, with its words: the prompts', then those of the values that they say.</summary>
    public static IEnumerable<(string Clip, string Words)> Needed(Catalogue catalogue)
    {
        var spoken = Written.Knows(catalogue.Language) ? Kinds(catalogue).SelectMany(kind => SpokenClips.Of(kind, catalogue.Language)) : [];
        return catalogue.Prompts.SelectMany(Needed)
            .Concat(spoken.Where(clip => catalogue.Find(clip.Name) is null).Select(clip => (clip.Name, clip.Words)).Distinct());
    }

    /// <summary>For a voice that reads text out: digits one by one, other values in words.</summary>
    public static string ReadOut(Prompt prompt, string language, IReadOnlyDictionary<string, string>? values)
    {
        var said = new StringBuilder();
        foreach (var (text, name) in (prompt.Voice ?? prompt.Text!).Parts)
            if (name is not { } kind)
                said.Append(Apart(text));
            else if (values is not null && values.TryGetValue(text, out var value))
                said.Append(SpokenValue.Write(kind, value, language) is null ? Apart(value) : Speech.Words(Speech.Of(kind, value, language), language));
        return said.ToString();
    }

    private static IEnumerable<SayAs> Kinds(Catalogue catalogue) =>
        catalogue.Prompts.SelectMany(prompt => prompt.Voice?.Parts ?? []).Select(part => part.Name).OfType<SayAs>().Distinct();

    private static IEnumerable<(string Clip, string Words)> Needed(Prompt prompt)
    {
        if (prompt.Voice is not { } template)
            yield break;
        if (template.Names.Count == 0)
        {
            yield return (prompt.Key, template.Source);
            yield break;
        }

        var piece = 0;
        foreach (var (text, name) in template.Parts)
            if (name is null && ++piece > 0 && HasWords(text))
                yield return ($"{prompt.Key}.{piece}", text.Trim());
    }

    private static string Apart(string text)
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

    private static bool HasWords(string text) => text.Any(c => char.IsLetterOrDigit(c));
}

using System.Collections.Frozen;
using Hotline.Localization.Writing;

namespace Hotline.Localization.Speaking;

/// <summary>Cuts what <see cref="Written"/> wrote into the recordings that say it: words as they are, digits as a number, 2:15 as a time.</summary>
internal static class ReadAloud
{
    /// <summary>The longest first, since ប្រាំមួយ (six) begins with ប្រាំ (five).</summary>
    private static readonly FrozenDictionary<string, SpokenClip[]> Longest = new[] { "km", "en" }
        .ToFrozenDictionary(language => language, language => SpokenClips.All(language).OrderByDescending(clip => clip.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A word has no recording: Written and SpokenClips do not fit.</exception>
    public static IReadOnlyList<string> Cut(string written, string language)
    {
        List<string> clips = [];
        Cut(clips, written, language);
        return clips;
    }

    private static void Cut(List<string> clips, string written, string language)
    {
        for (var at = 0; at < written.Length;)
            if (written[at] is ' ' or '-' or ',')
                at++;
            else if (Digit(written[at]) is not null)
                at = Number(clips, written, at, language);
            else
            {
                var clip = Longest[language].FirstOrDefault(clip => written.AsSpan(at).StartsWith(clip.Words, StringComparison.OrdinalIgnoreCase))
                    ?? throw new InvalidOperationException($"No recording in \"{language}\" says the end of \"{written}\": add its word to SpokenClips.");
                clips.Add(clip.Name);
                at += clip.Words.Length;
            }
    }

    private static int Number(List<string> clips, string written, int at, string language)
    {
        var (number, end) = Value(written, at);
        Cut(clips, Written.Number(number, language), language);
        if (end >= written.Length || written[end] != ':')
            return end;
        var (minutes, after) = Value(written, end + 1);
        if (language == "km")
            clips.AddRange(minutes == 30 ? ["say.half"] : [.. Cut(Written.Number(minutes, language), language), "say.minutes"]);
        else if (minutes > 0)
            clips.AddRange([.. minutes < 10 ? ["say.oh"] : Array.Empty<string>(), .. Cut(Written.Number(minutes, language), language)]);
        return after;
    }

    private static (long Value, int End) Value(string written, int at)
    {
        var value = 0L;
        for (; at < written.Length; at++)
            if (Digit(written[at]) is { } digit)
                value = value * 10 + digit;
            else if (written[at] != ',' || at + 1 == written.Length || Digit(written[at + 1]) is null)
                break;
        return (value, at);
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u17E0' and <= '\u17E9' => c - '\u17E0',
        _ => null,
    };
}

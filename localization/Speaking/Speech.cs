using Hotline.Localization.Writing;

namespace Hotline.Localization.Speaking;

/// <summary>
/// Values as the recordings that say them, in order. What can be written is cut from its written form (<see cref="ReadAloud"/>);
/// languages: "km" and "en".
/// </summary>
public static class Speech
{
    /// <summary>Digits one by one, a pause between the groups as they are written ("6338 6432"), "+", and the language's "or" for any word between.</summary>
    public static IReadOnlyList<string> Digits(string text)
    {
        List<string> clips = [];
        var (inWord, gap) = (false, false);
        foreach (var c in text)
        {
            if (c is ' ' or '-' or ',' or '.')
            {
                (inWord, gap) = (false, clips.Count > 0 && clips[^1] != "say.or");
                continue;
            }

            var isWord = !char.IsAsciiDigit(c) && c != '+';
            if (isWord && !inWord)
                clips.Add("say.or");
            else if (!isWord)
            {
                if (gap)
                    clips.Add(SpokenClips.Pause);
                clips.Add(c == '+' ? "say.plus" : $"say.{c}");
            }

            (inWord, gap) = (isWord, false);
        }

        return clips;
    }

    /// <summary>0 to 999,999,999; any other number digit by digit.</summary>
    public static IReadOnlyList<string> Count(long number, string language) => Of(SayAs.Count, SpokenValue.Of(number), language);

    public static IReadOnlyList<string> Riel(long amount, string language) => Of(SayAs.Riel, SpokenValue.Of(amount), language);

    public static IReadOnlyList<string> Dollars(long amount, string language) => Of(SayAs.Dollars, SpokenValue.Of(amount), language);

    public static IReadOnlyList<string> Date(DateOnly date, string language, bool weekday = true, bool year = true) =>
        ReadAloud.Cut(Written.Date(date, language, weekday, year), language);

    /// <summary>ម៉ោង ពីរ កន្លះ រសៀល, "two thirty PM". Khmer has a word for the half hour, and none for the quarter.</summary>
    public static IReadOnlyList<string> Time(TimeOnly time, string language) => ReadAloud.Cut(Written.Time(time, language), language);

    /// <summary>A value of whatever kind; one that has not the shape of its kind is said digit by digit.</summary>
    public static IReadOnlyList<string> Of(SayAs kind, string value, string language) =>
        SpokenValue.Write(kind, value, language) is { } written ? ReadAloud.Cut(written, language) : Digits(value);

    /// <summary>The words of these recordings, for a voice that reads text out.</summary>
    public static string Words(IEnumerable<string> clips, string language) =>
        string.Join(' ', clips.Select(clip => SpokenClips.All(language).First(item => item.Name == clip).Words));
}

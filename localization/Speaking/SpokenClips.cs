using System.Collections.Frozen;
using Hotline.Localization.Writing;

namespace Hotline.Localization.Speaking;

/// <summary>Every recording that values are put together from. Words are the writer's own, so voice and text cannot come to differ.</summary>
public static class SpokenClips
{
    /// <summary>Half a second of silence; it lies ready in localization/audio.</summary>
    public const string Pause = "say.pause";

    private static readonly FrozenDictionary<string, IReadOnlyList<SpokenClip>> ByLanguage = new[] { "km", "en" }
        .ToFrozenDictionary(language => language, language => (IReadOnlyList<SpokenClip>)[.. List(language)], StringComparer.Ordinal);

    /// <summary>What a speaker has to record for values of every kind. Languages: "km", "en"; any other throws, as <see cref="Written"/> does.</summary>
    public static IReadOnlyList<SpokenClip> All(string language) =>
        ByLanguage.GetValueOrDefault(language) ?? throw new ArgumentOutOfRangeException(nameof(language), language, "Values can be said in km and en; add the language to Written first.");

    /// <summary>Those that values of one kind need.</summary>
    public static IEnumerable<SpokenClip> Of(SayAs kind, string language)
    {
        var said = SpokenValue.Samples(kind).SelectMany(value => Speech.Of(kind, value, language)).ToHashSet(StringComparer.Ordinal);
        return All(language).Where(clip => said.Contains(clip.Name));
    }

    private static IEnumerable<SpokenClip> List(string language) =>
        Numbers(language).Concat(Days(language)).Concat(language == "km" ? Khmer() : English()).Append(new SpokenClip(Pause, "…"));

    private static IEnumerable<SpokenClip> Numbers(string language)
    {
        // Khmer puts 11 to 19 together. 6 to 9 are two words each, but never recorded apart: cut in two they sound like 5 and 1.
        foreach (var n in Enumerable.Range(0, language == "km" ? 11 : 21).Concat([20, 30, 40, 50, 60, 70, 80, 90]).Distinct())
            yield return new SpokenClip($"say.{n}", Written.Number(n, language));
        foreach (var (size, name) in new[] { (100, "hundred"), (1_000, "thousand"), (10_000, "ten-thousand"), (100_000, "hundred-thousand"), (1_000_000, "million") })
            if (language == "km" || size is not (10_000 or 100_000))
                yield return new SpokenClip("say." + name, Written.Number(size, language)[Written.Number(1, language).Length..].Trim());
    }

    private static IEnumerable<SpokenClip> Days(string language)
    {
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
            yield return new SpokenClip("say." + Names.Of(day), Written.Weekday(day, language));
        for (var month = 1; month <= 12; month++)
            yield return new SpokenClip("say." + Names.Months[month - 1], Written.Month(month, language));
        yield return new SpokenClip("say.today", Written.Today(language));
        yield return new SpokenClip("say.tomorrow", Written.Tomorrow(language));
    }

    private static SpokenClip[] Khmer() =>
    [
        new("say.riel", "រៀល"), new("say.dollars", "ដុល្លារ"),
        new("say.date", "ទី"), new("say.day-date", "ថ្ងៃទី"), new("say.year", "ឆ្នាំ"),
        new("say.hour", "ម៉ោង"), new("say.half", "កន្លះ"), new("say.minutes", "នាទី"),
        new("say.morning", "ព្រឹក"), new("say.noon", "ថ្ងៃត្រង់"), new("say.afternoon", "រសៀល"), new("say.evening", "ល្ងាច"), new("say.night", "យប់"),
        new("say.plus", "បូក"), new("say.or", "ឬ"),
    ];

    private static SpokenClip[] English() =>
    [
        new("say.and", "and"), new("say.riel", "riel"), new("say.dollars", "dollars"), new("say.dollar", "dollar"),
        new("say.at", "at"), new("say.oh", "oh"), new("say.am", "AM"), new("say.pm", "PM"), new("say.plus", "plus"), new("say.or", "or"),
    ];
}

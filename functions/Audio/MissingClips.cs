using Hotline.Localization.Catalogues;

namespace Hotline.Functions.Audio;

/// <summary>What a speaker still has to record, most used first.</summary>
public static class MissingClips
{
    public static IReadOnlyList<(string Clip, string Words)> In(Catalogue catalogue, AudioFiles audio) =>
        [.. All(catalogue).Where(needed => !audio.Has(catalogue.Language, needed.Clip))];

    /// <summary>Found at the first one, which is what a start can wait for.</summary>
    public static bool Any(Catalogue catalogue, AudioFiles audio) => Clips.Needed(catalogue).Any(needed => !audio.Has(catalogue.Language, needed.Clip));

    /// <summary>Those that are there too.</summary>
    public static IEnumerable<(string Clip, string Words)> All(Catalogue catalogue) =>
        Clips.Needed(catalogue).OrderBy(needed => Use(needed.Clip)).ThenBy(needed => needed.Clip, StringComparer.Ordinal);

    /// <summary>Every call hears the door and the first questions; digits are in every receipt; the corrections come last.</summary>
    private static int Use(string clip) => clip switch
    {
        _ when clip.StartsWith("front-door.", StringComparison.Ordinal) => 0,
        _ when clip.StartsWith("report.safe", StringComparison.Ordinal) || clip.StartsWith("report.danger", StringComparison.Ordinal) => 1,
        _ when clip.StartsWith("report.", StringComparison.Ordinal) => 2,
        _ when clip.StartsWith("say.", StringComparison.Ordinal) => 3,
        _ => 4,
    };
}

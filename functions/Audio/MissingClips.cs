using Hotline.Localization.Catalogues;

namespace Hotline.Functions.Audio;

/// <summary>What a speaker still has to record, most used first.</summary>
public static class MissingClips
{
    public static IReadOnlyList<(string Clip, string Words)> In(Catalogue catalogue, AudioFiles audio) =>
    [
        .. from prompt in catalogue.Prompts
           from needed in Clips.Needed(prompt)
           where !audio.Has(catalogue.Language, needed.Clip)
           orderby Use(prompt.Key), needed.Clip
           select needed,
    ];

    /// <summary>Every call hears the door and the first questions; digits are in every receipt; the corrections come last.</summary>
    private static int Use(string key) => key switch
    {
        _ when key.StartsWith("front-door.", StringComparison.Ordinal) => 0,
        "report.safe" or "report.danger" or "report.danger-now" => 1,
        _ when key.StartsWith("report.", StringComparison.Ordinal) => 2,
        _ when key.StartsWith("say.", StringComparison.Ordinal) => 3,
        _ => 4,
    };
}

using Hotline.Localization;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Engine;

/// <summary>What a text is that comes before any question was asked.</summary>
internal static class Opening
{
    public enum Kind { Greeting, Thanks, Code, Campaign, Story }

    /// <summary>Answers to questions that were asked too long ago; alone they say nothing.</summary>
    private static readonly string[] SaysNothing = ["greeting", "yes", "no", "unknown", "skip"];

    public static Kind Read(string body, string? everywhereWord, Phrasebook phrases)
    {
        if (everywhereWord is not null)
            return Kind.Greeting;
        if (Receipt.LooksLike(KhmerText.Normalize(body)))
            return Kind.Code;
        if (Scripts.Of(body) == Script.None)
            return Kind.Greeting;
        if (phrases.Campaign(body) is not null)
            return Kind.Campaign;
        if (body.Length <= Limits.EverywhereWordLength)
        {
            if (phrases.Reader.Words.IsWhole("thanks", body))
                return Kind.Thanks;
            foreach (var list in SaysNothing)
                if (phrases.Reader.Words.IsWhole(list, body))
                    return Kind.Greeting;
        }

        return Kind.Story;
    }

    public static bool IsCourtesy(string body, Phrasebook phrases) =>
        body.Length <= Limits.EverywhereWordLength && (phrases.Reader.Words.IsWhole("greeting", body) || phrases.Reader.Words.IsWhole("thanks", body));

    /// <summary>Khmer script, romanised Khmer and anything that is no language are answered in Khmer; other Latin text in English.</summary>
    public static string LanguageOf(string body, Phrasebook phrases) =>
        Scripts.Of(body) == Script.Latin && !phrases.Reader.Words.Contains("romanised-khmer", body) ? "en" : "km";
}

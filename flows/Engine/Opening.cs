using Hotline.Localization;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Engine;

/// <summary>What a first text tells by itself.</summary>
internal static class Opening
{
    /// <summary>The receipt that the whole message is, or null.</summary>
    public static string? Code(string body, Phrasebook phrases) => body.Length >= Receipt.Length && phrases.Reader.Code(body) is { } code && Receipt.LooksLike(code) ? code : null;

    /// <summary>Khmer script, romanised Khmer and anything that is no language are answered in Khmer; other Latin text in English.</summary>
    public static string LanguageOf(string body, Phrasebook phrases) =>
        Scripts.Of(body) == Script.Latin && !phrases.Reader.Words.Contains("romanised-khmer", body) ? "en" : "km";

    public static bool IsCourtesy(string body, Phrasebook phrases) =>
        body.Length <= Limits.EverywhereWordLength && (phrases.Reader.Words.IsWhole("greeting", body) || phrases.Reader.Words.IsWhole("thanks", body));
}

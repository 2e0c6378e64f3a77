using Hotline.Localization;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Engine;

/// <summary>The language that a first text is answered in.</summary>
internal static class Opening
{
    /// <summary>Khmer script, romanised Khmer and anything that is no language are answered in Khmer; other Latin text in English.</summary>
    public static string LanguageOf(string body, Phrasebook phrases) =>
        Scripts.Of(body) == Script.Latin && !phrases.Reader.Words.Contains("romanised-khmer", body) ? "en" : "km";
}

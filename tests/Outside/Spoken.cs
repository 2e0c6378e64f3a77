using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>Turns what a call plays back into words: the name of each clip is looked up in its catalogue.</summary>
internal sealed partial class Spoken(Phrasebook phrases)
{
    private readonly Dictionary<string, string> clips = phrases.Catalogues
        .SelectMany(catalogue => Clips.Needed(catalogue).Select(clip => ($"/audio/{catalogue.Language}/{clip.Clip}", Words(clip.Clip, clip.Words))))
        .ToDictionary(clip => clip.Item1, clip => clip.Item2, StringComparer.Ordinal);

    public string Words(XDocument twiml) => string.Concat(twiml.Descendants()
        .Where(verb => verb.Name == "Play" || verb.Name == "Say")
        .Select(verb => verb.Name == "Say" ? verb.Value : clips[Shipped().Replace(verb.Value[Signed.Origin.Length..], "")]));

    /// <summary>Letters, signs and digits alone; the receipt, which is never the same twice, is put aside.</summary>
    public static string Bare(string text) => Receipt().Replace(string.Concat(text.Where(IsHeard)), "(receipt)");

    private static string Words(string clip, string words) => clip.StartsWith("say.", StringComparison.Ordinal) && clip.Length == 5 ? clip[4..] : words;

    private static bool IsHeard(char c) => c is not ('<' or '+') && char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    /// <summary>A recording that lies ready has its hash and file type behind its name.</summary>
    [GeneratedRegex("-[0-9a-f]{12}\\.wav$")]
    private static partial Regex Shipped();

    [GeneratedRegex("[0-9]{16}")]
    private static partial Regex Receipt();
}

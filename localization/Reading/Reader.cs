using System.Globalization;
using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>
/// Reads answers to the question just asked. Only a whole message is an answer (courtesy and punctuation around it left out); a longer sentence
/// that holds a "yes" or a number is somebody's story: null. "unknown" is an answer too: they say that they do not know.
/// </summary>
public sealed class Reader(WordLists words, Places places)
{
    public const string Unknown = "unknown";

    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private readonly YesNoWords yesNo = new(words);
    private readonly NumberReader numbers = new(words);
    private readonly CodeReader codes = new(words);
    private readonly SpelledNumber spelled = new(words);

    public WordLists Words { get; } = words;

    public Places Places { get; } = places;

    /// <summary>"yes", "no", "unknown" or null. What could be both, or asks back with a question mark, is null.</summary>
    public string? YesNo(string text) => yesNo.Read(text);

    /// <summary>Decimal digits without leading zeros, at most twelve; "unknown"; or null. Counters (នាក់, people) and "about" may stand around it.</summary>
    public string? Number(string text) =>
        numbers.Count(text) is { } number ? Written(number) : IsUnknown(text) ? Unknown : null;

    /// <summary>The digits of a code or of a part of it, when the message holds nothing else; or null.</summary>
    public string? Code(string text) => codes.Read(KhmerText.Normalize(text));

    /// <summary>Whether a sentence holds a telephone number in words.</summary>
    public bool SpellsNumber(string text) => spelled.IsIn(text);

    /// <summary>"1" to <paramref name="count"/>, "unknown" or null. Labels (លេខ, no., press) and ordinals are understood.</summary>
    public string? Choice(string text, int count)
    {
        // The usual answer, in either script, costs nothing.
        if (text.Length == 1 && (text[0] is >= '\u17E1' and <= '\u17E9' ? text[0] - '\u17E0' : text[0] - '0') is >= 1 and <= 9 and var digit)
            return digit <= count ? Digits[digit] : null;
        if (numbers.Label(text) is { } number)
            return number >= 1 && number <= count ? Written(number) : null;
        return IsUnknown(text) ? Unknown : null;
    }

    /// <summary>The NCDD code without leading zero, "1" to "25", by digits, by the province's name or by the name of a district in it; "unknown"; or null.</summary>
    public string? Province(string text)
    {
        if (numbers.Label(text) is { } number)
            return number is >= 1 and <= 25 ? Written(number) : null;
        return Places.Find(text)?.Province is { } code ? code.TrimStart('0') : IsUnknown(text) ? Unknown : null;
    }

    private bool IsUnknown(string text) => Words.IsWhole("unknown", text);

    private static string Written(long number) => number is >= 0 and < 10 ? Digits[number] : number.ToString(CultureInfo.InvariantCulture);
}

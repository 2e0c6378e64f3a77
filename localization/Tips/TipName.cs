namespace Hotline.Localization.Tips;

/// <summary>A tip's name is part of the keys of rows and of what operators type.</summary>
public static class TipName
{
    public const int Longest = 32;

    public static bool IsOne(string id) => id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

namespace Hotline.Localization.Reading;

/// <summary>The comma or dot that groups thousands: 20,000 or 1.500.000. Both are in use in Cambodia.</summary>
internal static class GroupMark
{
    /// <summary>True when one to three digits stand before and exactly three behind. A group that begins with 0 is no number but a telephone's.</summary>
    public static bool IsAt(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (at - start is < 1 or > 3 || end - at != 4)
            return false;
        // A later group may begin with 0, the first may not.
        return text[start] != '0' || (start > 1 && text[start - 1] == text[at] && IsAt(text, start - 1));
    }
}

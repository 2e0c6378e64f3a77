namespace Hotline.Localization.Khmer;

/// <summary>Tells in which script a text is written.</summary>
public static class Scripts
{
    /// <summary>The script most letters are in; between equals the one that stands first in <see cref="Script"/>. Marks do not count, so Khmer gains nothing by its many vowel signs.</summary>
    public static Script Of(string text)
    {
        Span<int> letters = stackalloc int[(int)Script.Other + 1];
        foreach (var c in text)
            letters[(int)Of(c)]++;
        letters[(int)Script.None] = 0;
        var most = Script.None;
        for (var script = Script.Khmer; script <= Script.Other; script++)
            if (letters[(int)script] > letters[(int)most])
                most = script;
        return most;
    }

    private static Script Of(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetter(c) ? Script.Latin : Script.None,
        >= '\u1780' and <= '\u17FF' => KhmerLetters.IsLetter(c) ? Script.Khmer : Script.None,
        _ when !char.IsLetter(c) => Script.None,
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') => Script.Latin,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0E80' and <= '\u0EFF' => Script.Lao,
        >= '\u1000' and <= '\u109F' => Script.Burmese,
        >= '\u3400' and <= '\u9FFF' => Script.Chinese,
        _ => Script.Other,
    };
}

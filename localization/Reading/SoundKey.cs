using System.Numerics;

namespace Hotline.Localization.Reading;

/// <summary>
/// The skeleton of sounds of a romanised name: Kampong Cham, Kompong Chaam and Kampung Jam share one. Romanised Khmer has no
/// fixed spelling; aspiration, voicing and vowels are what people write differently.
/// </summary>
public static class SoundKey
{
    private const int FewestSounds = 5;
    private const int FewestConsonants = 3;
    private const int FewestLight = 3;
    internal const int LongestLight = 32;
    private const int OnStack = 64;

    /// <summary>The key, or null for names so short that unlike ones would share it (and for anything but a-z).</summary>
    public static string? Of(ReadOnlySpan<char> name)
    {
        Span<char> key = name.Length <= OnStack ? stackalloc char[OnStack] : new char[name.Length];
        var length = Write(name, key);
        return length == 0 ? null : new string(key[..length]);
    }

    /// <summary>Writes the key of <see cref="Of"/> to <paramref name="key"/>, which is as long as the name; its length, or 0 where that is null.</summary>
    internal static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        var (length, consonants) = (0, 0u);
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsAsciiLetterLower(name[i]))
                return 0;
            var (sound, size) = Next(name[i..]);
            i += size;
            if (sound == '\0' || (length > 0 && key[length - 1] == sound))
                continue;
            key[length++] = sound;
            if (sound != 'V')
                consonants |= 1u << (sound - 'A');
        }
        return length >= FewestSounds && BitOperations.PopCount(consonants) >= FewestConsonants ? length : 0;
    }

    /// <summary>A stricter key, for shorter words: vowels stay apart as a, e or o. Null below three sounds.</summary>
    public static string? Light(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[LongestLight];
        var length = WriteLight(word, key);
        return length == 0 ? null : new string(key[..length]);
    }

    /// <summary>Writes the key of <see cref="Light"/>, as much as fits; its length, or 0 where that is null.</summary>
    internal static int WriteLight(ReadOnlySpan<char> word, Span<char> key) =>
        word.ContainsAnyExceptInRange('a', 'z') || Sounds(word, key) is not (>= FewestLight and var length) ? 0 : length;

    /// <summary>Writes the sounds of <see cref="Light"/>, as many as fit; what is no letter stands for itself.</summary>
    internal static int Sounds(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < key.Length;)
        {
            var (sound, size) = char.IsAsciiLetterLower(word[i]) ? Next(word[i..]) : (word[i], 1);
            if (sound == 'V')
                sound = Vowel(word, i);
            i += size;
            // Of a run of vowels the first tells most.
            if (sound == '\0' || (length > 0 && (key[length - 1] == sound || (sound >= 'a' && key[length - 1] >= 'a'))))
                continue;
            key[length++] = sound;
        }
        return length;
    }

    private static char Vowel(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        'a' when at + 1 < word.Length && word[at + 1] is 'e' or 'i' => 'e',
        'a' => 'a',
        'o' or 'u' => 'o',
        _ => 'e',
    };

    private static (char Sound, int Length) Next(ReadOnlySpan<char> rest)
    {
        var next = rest.Length > 1 ? rest[1] : '\0';
        var beforeVowel = IsVowel(next);
        return rest[0] switch
        {
            'c' when next == 'h' => ('C', rest.Length > 2 && rest[2] == 'h' ? 3 : 2),
            'j' => ('C', 1),
            'k' or 'g' or 'q' or 'c' when next is 'h' => ('K', 2),
            'g' when next is 'n' => ('J', 2),
            'k' or 'g' or 'q' or 'c' => ('K', 1),
            't' or 'd' => ('T', next == 'h' ? 2 : 1),
            'p' or 'b' => ('P', next == 'h' ? 2 : 1),
            'f' => ('P', 1),
            'n' when next == 'g' => ('G', 2),
            'n' when next == 'h' => ('J', 2),
            'n' when next == 'y' && rest.Length > 2 && IsVowel(rest[2]) => ('J', 2),
            'n' => ('N', 1),
            'm' => ('M', 1),
            'l' => ('L', 1),
            'v' or 'w' => ('W', 1),
            's' or 'z' or 'x' => ('S', 1),
            'r' or 'h' when !beforeVowel => ('\0', 1),
            'r' => ('R', 1),
            'h' => ('H', 1),
            _ => ('V', 1),
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

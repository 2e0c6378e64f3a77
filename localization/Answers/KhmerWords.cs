using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>Reads words of the lexicon out of Khmer without spaces, the longest first; what is no word there, by its consonants.</summary>
internal readonly struct KhmerWords(Lexicon lexicon, Phrase phrase)
{
    private const char First = '\u1780', Last = '\u17FF';

    /// <summary>What the loose spelling makes of each character; NUL where it leaves it out.</summary>
    private static readonly char[] Loose = [.. Enumerable.Range(First, Last - First + 1).Select(c => KhmerText.Loose(((char)c).ToString()) is [var folded] ? folded : '\0')];

    public static char Loosely(char c) => c is >= First and <= Last ? Loose[c - First] : c;

    public (List<int>? Meaning, int End) At(int start)
    {
        var exact = lexicon.Khmer.Longest(phrase, start, phrase.Key.Length);
        var (loose, end) = LooselySpelt(start);
        if (loose is not null && end - start > (exact?.Length ?? 0))
            return (lexicon.OfLoose(loose), end);
        if (exact is not null)
            return (lexicon.OfKhmer(exact), start + exact.Length);
        return Misspelt(start) is { } found ? found : (null, NextEdge(start + 1));
    }

    private (string? Word, int End) LooselySpelt(int start)
    {
        var (found, end, node) = ((string?)null, start, 0);
        for (var i = start; i < phrase.Key.Length && phrase.Key[i] is >= First and <= Last and var c; i++)
        {
            if (Loose[c - First] is not '\0' and var folded && !lexicon.LooseKhmer.Walk(ref node, folded))
                break;
            if (phrase.IsEdge(i + 1) && lexicon.LooseKhmer.WordAt(node) is { } word)
                (found, end) = (word, i + 1);
        }
        return (found, end);
    }

    private (List<int>? Meaning, int End)? Misspelt(int start)
    {
        var key = phrase.Key;
        (List<int>?, int)? longest = null;
        var (node, before, count) = (0, '\0', 0);
        for (var i = start; i < key.Length && KhmerSkeleton.IsKhmer(key[i]); i++)
        {
            if (i > start && phrase.IsSpace(i))
                break;
            if (KhmerSkeleton.Of(key[i]) is var sound and not '\0' && sound != before)
            {
                if (!lexicon.Skeletons.Walk(ref node, sound))
                    break;
                (before, count) = (sound, count + 1);
            }
            if (count >= KhmerSkeleton.Fewest && phrase.IsEdge(i + 1) && lexicon.Skeletons.WordAt(node) is { } word)
                longest = (lexicon.OfSkeleton(word), i + 1);
        }
        return longest;
    }

    private int NextEdge(int at)
    {
        while (at < phrase.Key.Length && !phrase.IsEdge(at))
            at++;
        return at;
    }
}

using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>A word that two people agreed on: how it is compared, and which others are too like it to stand beside it.</summary>
public static class AgreedWord
{
    /// <summary>Spelling, capitals, spaces and punctuation taken out, and the signs that Khmer writers leave out; empty when nothing is left.</summary>
    public static string Key(string text) => KhmerText.Loose(Phrase.Of(KhmerText.Normalize(text)).Key);

    /// <summary>The same, without courtesy before and after it; empty when there is nothing else, or too much.</summary>
    public static string BareKey(string text, WordLists words) => KhmerText.Loose(words.WithoutCourtesy(text));

    /// <summary>Clusters of Khmer, letters of another script: what a reader would count.</summary>
    public static int Length(string text) => KhmerClusters.Count(Key(text));

    /// <summary>A tired hand may write the one and mean the other: one edit apart, one inside the other, or the same by sound.</summary>
    public static bool Alike(string one, string other)
    {
        var (a, b) = (Key(one), Key(other));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || OneEdit(a, b)
            || Same(SoundKey.Of(a), SoundKey.Of(b)) || Same(SoundKey.Light(a), SoundKey.Light(b));
    }

    /// <summary>One character more, less or other, or two neighbours swapped.</summary>
    public static bool OneEdit(string one, string other)
    {
        var (a, b) = one.Length <= other.Length ? (one, other) : (other, one);
        if (b.Length - a.Length > 1)
            return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (restA.Length < restB.Length)
            return restA.SequenceEqual(restB[1..]);
        return restA.Length < 2
            || restA[1..].SequenceEqual(restB[1..])
            || (restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }

    private static bool Same(string? one, string? other) => one is not null && one == other;
}

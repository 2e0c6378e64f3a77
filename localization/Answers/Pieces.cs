using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>
/// Clues that need no list of words: two and three clusters of Khmer in loose spelling; in Latin letters the sounds of a word, of
/// two words, and of parts of long words. They find what people say in words that no concept holds.
/// </summary>
internal readonly struct Pieces(Phrase phrase, List<Clue> clues)
{
    private const int LongWord = 5, MostSounds = 24;

    private static readonly uint One = ClueHash.Kind(1), Two = ClueHash.Kind(2), Three = ClueHash.Kind(3), Part = ClueHash.Kind(4);

    private readonly HashSet<uint> seen = new(64);

    public void Collect()
    {
        var key = phrase.Key;
        var (last, lastFrom, older, olderFrom) = (0u, -1, 0u, -1);
        for (int at = 0, end; at < key.Length; at = end)
        {
            end = at + 1;
            while (end < key.Length && !phrase.IsEdge(end))
                end++;
            if (phrase.IsStop(at))
                (lastFrom, olderFrom) = (-1, -1);
            var khmer = KhmerSkeleton.IsKhmer(key[at]);
            var hash = khmer ? Cluster(key.AsSpan(at, end - at)) : Word(at, end);
            if (lastFrom >= 0)
                Add(ClueHash.Mix(ClueHash.Mix(Two, last), hash), lastFrom, end);
            if (khmer && olderFrom >= 0)
                Add(ClueHash.Mix(ClueHash.Mix(ClueHash.Mix(Three, older), last), hash), olderFrom, end);
            (older, olderFrom, last, lastFrom) = (last, lastFrom, hash, at);
        }
    }

    private static uint Cluster(ReadOnlySpan<char> cluster)
    {
        var hash = One;
        foreach (var c in cluster)
            if ((KhmerSkeleton.Of(c) is not '\0' and var sound ? sound : KhmerWords.Loosely(c)) is not '\0' and var kept)
                hash = ClueHash.Mix(hash, kept);
        return hash;
    }

    private uint Word(int from, int to)
    {
        Span<char> sounds = stackalloc char[MostSounds];
        var length = SoundKey.Sounds(phrase.Key.AsSpan(from, to - from), sounds);
        var hash = One;
        foreach (var sound in sounds[..length])
            hash = ClueHash.Mix(hash, sound);
        Add(hash, from, to);
        if (to - from < LongWord)
            return hash;
        for (var i = 0; i < length; i++)
        {
            var before = ClueHash.Mix(Part, i == 0 ? '^' : sounds[i - 1]);
            Add(ClueHash.Mix(ClueHash.Mix(before, sounds[i]), i + 1 < length ? sounds[i + 1] : '$'), from, to);
        }
        return hash;
    }

    private void Add(uint hash, int from, int to)
    {
        if (seen.Add(hash))
            clues.Add(new(hash, from, to));
    }
}

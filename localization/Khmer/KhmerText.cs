using System.Buffers;
using System.Text;

namespace Hotline.Localization.Khmer;

/// <summary>
/// One spelling for texts that look alike. Rules: Unicode Technical Note 61 (order inside a syllable), widened by what
/// phones really send: doubled marks, invisible characters, digits of any script.
/// </summary>
public static class KhmerText
{
    private const int OnStack = 384;

    /// <summary>Composing other scripts may bring new work twice at most; the rest is a belt for what we did not think of.</summary>
    private const int Rounds = 6;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterUpper(c))]);

    /// <summary>
    /// Canonical form: matching and comparing are ordinal on this. Never throws, whatever the text holds; applying it twice changes nothing.
    /// The same object comes back when nothing was to do.
    /// </summary>
    public static string Normalize(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var once = Canonical(text, out var foreign);
        if (!foreign)
            return once;
        for (var round = 0; round < Rounds; round++)
        {
            var again = Canonical(once.Normalize(NormalizationForm.FormC), out _);
            if (string.Equals(again, once, StringComparison.Ordinal))
                break;
            once = again;
        }
        return once;
    }

    /// <summary>
    /// A looser form of a normalised text: signs that people leave out are gone, vowels that sound alike are one.
    /// Only for words of three clusters and more: it makes "yes" (ចាស) and "old" (ចាស់) the same.
    /// </summary>
    public static string Loose(string normalized) => LooseSpelling.Of(normalized);

    private static string Canonical(string text, out bool foreign)
    {
        var room = text.Length * CharacterFolding.Growth;
        char[]? rented = null;
        var work = 2 * room <= OnStack * 2 ? stackalloc char[OnStack * 2] : rented = ArrayPool<char>.Shared.Rent(2 * room);
        var folded = CharacterFolding.Fold(text, work[..room], out foreign);
        var length = SyllableOrder.Arrange(work[..folded], work[room..]);
        var ordered = work.Slice(room, length);
        var result = ordered.SequenceEqual(text) ? text : new string(ordered);
        if (rented is not null)
            // Cleared: the buffer held what a person wrote, and the pool hands it to anyone.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return result;
    }
}

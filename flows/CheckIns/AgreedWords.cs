using System.Text;
using Hotline.Flows.Engine;
using Hotline.Localization.Reading;

namespace Hotline.Flows.CheckIns;

/// <summary>Hears which of the two agreed words was said. Both are compared at every input, over their whole room, whatever was said.</summary>
internal static class AgreedWords
{
    /// <summary>Bytes; an agreed word of thirty characters fills half of it.</summary>
    private const int Room = 192;

    /// <summary>No length that a word can have.</summary>
    private const byte None = 0xFF;

    public static WordKind Hear(Client client, Channel channel, string said, WordLists words)
    {
        var enrolment = client.Enrolment;
        return channel == Channel.Text
            ? Hear(AgreedWord.Key(said), AgreedWord.BareKey(said, words), AgreedWord.Key(enrolment?.SafeWord ?? ""), AgreedWord.Key(enrolment?.DuressWord ?? ""))
            : Hear(said, "", enrolment?.SafeCode ?? "", enrolment?.DuressCode ?? "");
    }

    /// <param name="bare">Without the courtesy around it: whoever is polite by habit says the word all the same.</param>
    private static WordKind Hear(string said, string bare, string safe, string duress)
    {
        Span<byte> whole = stackalloc byte[Room], inner = stackalloc byte[Room], first = stackalloc byte[Room], second = stackalloc byte[Room];
        Fill(whole, said, 1);
        Fill(inner, bare, 1);
        Fill(first, safe, 2);
        Fill(second, duress, 2);
        // No branch between the two: 0 wrong, 1 safe, 2 duress; should it ever be both, duress.
        var heard = FixedTime.Same(whole, first) | FixedTime.Same(inner, first) | ((FixedTime.Same(whole, second) | FixedTime.Same(inner, second)) << 1);
        return (WordKind)(heard & ~(heard >> 1));
    }

    /// <summary>Length, then the word. What is empty, or longer than any agreed word, equals nothing, itself included.</summary>
    private static void Fill(Span<byte> room, string word, byte whenNone)
    {
        room.Clear();
        if (word.Length is > 0 and < Room / 3)
            room[0] = (byte)Encoding.UTF8.GetBytes(word, room[1..]);
        else
            (room[0], room[1]) = (None, whenNone);
    }
}

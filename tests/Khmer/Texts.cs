using FsCheck;
using FsCheck.Fluent;

namespace Hotline.Tests.Khmer;

/// <summary>Texts as hostile as they come: mostly Khmer in any order, with marks of other scripts, joiners, capitals and halves of emoji.</summary>
internal static class Texts
{
    private static readonly Gen<char> Khmer = Gen.Choose(0x1780, 0x17FF).Select(c => (char)c);

    private static readonly Gen<char> Marks = Gen.Elements(
        '\u17D2', '\u17C1', '\u17B6', '\u17B8', '\u179A', '\u1780', '\u17C9', '\u17DD', '\u200B', '\u200C', '\u200D', '\u25CC',
        '\u0301', '\u0331', '\u0307', '\u0345', '\u05BC', '\uD83D', '\uDE00', '\uFFFE', '\r', '\n', ' ', 'A', 'h', '\u0130', '\u212A', '\u1E9B', '\u0F71');

    private static readonly Gen<char> Whatever = Gen.Choose(0, 0xFFFF).Select(c => (char)c);

    public static Arbitrary<string> Any { get; } =
        Gen.OneOf(Khmer, Marks, Whatever).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
}

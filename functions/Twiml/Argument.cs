using System.Buffers;

namespace Hotline.Functions.Twiml;

/// <summary>What a verb may be made of. Anything else is a mistake of ours, found when the verb is made and not while somebody is on the line.</summary>
internal static class Argument
{
    private static readonly SearchValues<char> KeyChars = SearchValues.Create("0123456789*#");

    public static string Address(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal)
            ? url
            : throw new ArgumentException("Addresses in TwiML are absolute: begin with https:// or http://.");

    public static string Keys(string keys) =>
        keys.AsSpan().ContainsAnyExcept(KeyChars) ? throw new ArgumentException("Keys are the digits, the star and the hash.") : keys;

    public static int AtLeast(int least, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, least);
        return number;
    }
}

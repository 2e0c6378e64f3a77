using System.Buffers;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// Reads a From or To: E.164 with its plus (Twilio) or without (Somleng), short codes, sender names, SIP addresses, hidden callers. Every shape is
/// narrow on purpose: neither a plus nor a colon may come out of the middle of another field.
/// </summary>
internal static class Party
{
    private const int LongestName = 11;
    private const int LongestCallerWord = 32;
    private const int LongestSip = 200;
    private static readonly SearchValues<byte> Digit = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> NameChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 &._-"u8);
    private static readonly SearchValues<byte> SipChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~%+:"u8);

    // Words spelt on a telephone keypad, which carriers put in place of a hidden number: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE, PRIVATE.
    private static readonly byte[][] Placeholders =
        ["266696687"u8.ToArray(), "7378742833"u8.ToArray(), "2562533"u8.ToArray(), "8656696"u8.ToArray(), "86282452253"u8.ToArray(), "7748283"u8.ToArray()];

    private static readonly byte[][] Hiding =
        ["anonymous"u8.ToArray(), "unknown"u8.ToArray(), "restricted"u8.ToArray(), "unavailable"u8.ToArray(), "private"u8.ToArray(),
         "blocked"u8.ToArray(), "withheld"u8.ToArray()];

    /// <summary>Somleng sends numbers without the plus.</summary>
    public static string International(string number) => number.StartsWith('+') ? number : "+" + number;

    public static PartyKind Read(ReadOnlySpan<byte> value, WebhookKind kind, ProviderKind provider)
    {
        bool call = kind == WebhookKind.Call;
        if (value.IsEmpty)
            return call ? PartyKind.Withheld : PartyKind.Unreadable;
        bool plus = value[0] == '+';
        var digits = plus ? value[1..] : value;
        if (!digits.IsEmpty && !digits.ContainsAnyExcept(Digit))
            return Digits(digits, plus, provider);
        if (call && IsSip(value, out var user))
            return IsAny(user, Hiding) ? PartyKind.Withheld : PartyKind.Sip;
        if (value.ContainsAnyExcept(NameChars) || value.Length > (call ? LongestCallerWord : LongestName) || !value.ContainsAnyExcept(Digit))
            return PartyKind.Unreadable;
        return call && IsAny(value, Hiding) ? PartyKind.Withheld : PartyKind.Name;
    }

    private static PartyKind Digits(ReadOnlySpan<byte> digits, bool plus, ProviderKind provider)
    {
        if (digits.Length is < 3 or > 15)
            return PartyKind.Unreadable;
        if (IsAny(digits, Placeholders))
            return PartyKind.Withheld;
        if (plus)
            return digits[0] == '0' ? PartyKind.Unreadable : PartyKind.Number;
        if (digits.Length <= 6)
            return PartyKind.ShortCode;
        return provider == ProviderKind.Somleng ? PartyKind.Number : PartyKind.ShortCode;
    }

    private static bool IsSip(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> user)
    {
        user = default;
        int scheme = value.StartsWith("sip:"u8) ? 4 : value.StartsWith("sips:"u8) ? 5 : 0;
        int at = value.IndexOf((byte)'@');
        if (scheme == 0 || at <= scheme || at == value.Length - 1 || value.Length > LongestSip)
            return false;
        user = value[scheme..at];
        return !user.ContainsAnyExcept(SipChars) && !value[(at + 1)..].ContainsAnyExcept(SipChars);
    }

    private static bool IsAny(ReadOnlySpan<byte> value, byte[][] words)
    {
        foreach (byte[] word in words)
            if (Ascii.EqualsIgnoreCase(value, word))
                return true;
        return false;
    }
}

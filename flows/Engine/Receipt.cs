namespace Hotline.Flows.Engine;

/// <summary>
/// The code that reopens a report: 15 random digits and a check digit (Damm 2004, "Total anti-symmetrische Quasigruppen":
/// finds every single wrong digit and every swap of neighbours), shown like a phone number in groups of four.
/// </summary>
public static class Receipt
{
    public const int Length = 16;

    private static readonly string[] Table =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    public static string Draw(Chance chance)
    {
        var digits = ((ulong)(chance.Bits % 1_000_000_000_000_000UL)).ToString("D15", System.Globalization.CultureInfo.InvariantCulture);
        return digits + Check(digits);
    }

    /// <summary>True for 16 ASCII digits whose check digit fits; spaces and dots between groups are ignored.</summary>
    public static bool LooksLike(string text)
    {
        var digits = Digits(text);
        return digits.Length == Length && Check(digits) == '0';
    }

    /// <summary>1234567890123456 → "1234 5678 9012 3456".</summary>
    public static string Grouped(string receipt) => string.Join(' ', receipt.Chunk(4).Select(group => new string(group)));

    private static string Digits(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.') ? new string(text.Where(char.IsAsciiDigit).ToArray()) : "";

    private static char Check(string digits)
    {
        var interim = 0;
        foreach (var c in digits)
            interim = Table[interim][c - '0'] - '0';
        return (char)('0' + interim);
    }
}

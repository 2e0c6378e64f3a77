namespace Hotline.Functions.Webhooks;

/// <summary>
/// The order in which names are signed: by UTF-16 code unit, as the official Node and C# libraries sort. UTF-8 bytes sort the same way, but for
/// characters beyond U+FFFF, whose surrogates come before U+E000.
/// </summary>
internal static class SignedOrder
{
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int same = left.CommonPrefixLength(right);
        return same == Math.Min(left.Length, right.Length)
            ? left.Length - right.Length
            : Weight(left[same]) - Weight(right[same]);
    }

    // 0xEE and 0xEF begin U+E000..U+FFFF; 0xF0..0xF4 begin the characters beyond.
    private static int Weight(byte lead) => lead is 0xEE or 0xEF ? lead + 0x10 : lead;
}

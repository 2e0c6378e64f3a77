namespace Hotline.Flows.Engine;

/// <summary>128 random bits handed in for one turn, so that the engine itself draws nothing.</summary>
public readonly record struct Chance(UInt128 Bits)
{
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    /// <summary>A short name for an alert or a session, from bits that the receipt does not use.</summary>
    public string ShortId(int length)
    {
        var bits = (ulong)(Bits >> 64) ^ 0x9E3779B97F4A7C15UL;
        return string.Create(length, bits, static (span, seed) =>
        {
            foreach (ref var c in span)
            {
                c = Letters[(int)(seed % (ulong)Letters.Length)];
                seed /= (ulong)Letters.Length;
            }
        });
    }
}

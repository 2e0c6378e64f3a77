using System.Runtime.CompilerServices;

namespace Hotline.Flows.CheckIns;

/// <summary>
/// Compares without telling by its time where two secrets differ, as CryptographicOperations.FixedTimeEquals does. That one lies in an assembly with
/// random numbers and keys, which the pure core may not reference.
/// </summary>
internal static class FixedTime
{
    /// <summary>1 when equal, else 0; both have the same length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static int Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var difference = one.Length ^ other.Length;
        for (var i = 0; i < one.Length; i++)
            difference |= one[i] ^ other[i];
        return (int)((uint)(difference - 1) >> 31);
    }
}

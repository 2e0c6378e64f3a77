using System.Numerics;

namespace Hotline.Localization.Answers;

/// <summary>A set of concepts, one bit each, so that a question is compared with hundreds of others in a microsecond.</summary>
internal record struct ConceptSet(ulong A, ulong B, ulong C, ulong D)
{
    public const int Size = 256;

    public readonly bool IsEmpty => (A | B | C | D) == 0;

    public void Add(int index)
    {
        var bit = 1UL << (index & 63);
        switch (index >> 6)
        {
            case 0: A |= bit; break;
            case 1: B |= bit; break;
            case 2: C |= bit; break;
            default: D |= bit; break;
        }
    }

    public readonly ConceptSet Or(ConceptSet other) => new(A | other.A, B | other.B, C | other.C, D | other.D);

    public readonly ConceptSet And(ConceptSet other) => new(A & other.A, B & other.B, C & other.C, D & other.D);

    public readonly ConceptSet Without(ConceptSet other) => new(A & ~other.A, B & ~other.B, C & ~other.C, D & ~other.D);

    public readonly double Sum(double[] weights) => Sum(A, 0, weights) + Sum(B, 64, weights) + Sum(C, 128, weights) + Sum(D, 192, weights);

    public readonly bool Has(int index) => !And(Of(index)).IsEmpty;

    public static ConceptSet Of(int index)
    {
        var set = default(ConceptSet);
        set.Add(index);
        return set;
    }

    private static double Sum(ulong bits, int from, double[] weights)
    {
        var sum = 0d;
        for (; bits != 0; bits &= bits - 1)
            sum += weights[from + BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}

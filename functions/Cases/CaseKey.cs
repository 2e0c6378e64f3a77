namespace Hotline.Functions.Cases;

/// <summary>256 bits of one case, or of one recording. It never prints itself.</summary>
public sealed class CaseKey(ReadOnlyMemory<byte> secret)
{
    public const int Length = 32;

    internal ReadOnlySpan<byte> Secret => secret.Span;

    public override string ToString() => nameof(CaseKey);
}

namespace Hotline.Flows.Engine;

/// <summary>One answer of a caseworker: a reviewed sentence of the catalogue, which can be heard too, or words of their own.</summary>
/// <param name="Preset">The name after "reply." in the catalogue; null for <paramref name="Words"/>.</param>
public sealed record Reply(DateOnly Day, string? Preset, string? Words)
{
    /// <summary>Catalogue keys of standard answers begin so; an editor may add more.</summary>
    public const string Presets = "reply.";

    /// <summary>Says words of their own, by text only.</summary>
    public const string InWriting = "reply.in-writing";

    /// <summary>SMS segments that words of their own may cost; no flow can know them beforehand.</summary>
    public const int Segments = 3;

    /// <summary>Characters of those segments in Khmer (67 units each in a message of several, 3GPP TS 23.040).</summary>
    public const int Characters = Segments * 67;
}

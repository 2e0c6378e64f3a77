namespace Hotline.Localization.Catalogues;

/// <summary>What a state says, by key, in one language.</summary>
/// <param name="Text">Null where it is never sent as a text.</param>
/// <param name="Voice">The words a speaker records; null where it is never heard.</param>
/// <param name="Review">"draft", or who read it and when: "Sok Dara 2026-12-01".</param>
/// <param name="Segments">How many SMS segments it may cost at its longest; 1 unless <paramref name="Why"/> says why more.</param>
/// <param name="Promises">The promise that the sentence makes, by name; the proof looks whether it is kept wherever this is said.</param>
public sealed record Prompt(string Key, Template? Text, Template? Voice, string Review, int Segments, string? Why, string? Promises = null)
{
    /// <summary>Every placeholder of either form.</summary>
    public IReadOnlyList<string> Names { get; } = [.. (Text?.Names ?? []).Union(Voice?.Names ?? [], StringComparer.Ordinal)];

    public bool IsDraft => Review == "draft";
}

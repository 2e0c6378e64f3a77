namespace Hotline.Functions.Twiml;

/// <summary>Machine speech, in English only: no voice of either provider reads Khmer, it would be silence or noise.</summary>
/// <exception cref="ArgumentException">The text holds Khmer, or the language is not English.</exception>
public sealed record Say(string Text, string Language) : Verb
{
    public string Text { get; } = Text.AsSpan().ContainsAnyInRange('\u1780', '\u17FF') || Text.AsSpan().ContainsAnyInRange('\u19E0', '\u19FF')
        ? throw new ArgumentException("Khmer cannot be spoken by machine: play a recording instead of a Say.")
        : Text;

    public string Language { get; } = Language.StartsWith("en-", StringComparison.Ordinal)
        ? Language
        : throw new ArgumentException("A Say is English only: give it a language such as en-US, or play a recording.");
}

namespace Hotline.Localization.Khmer;

/// <summary>The writing systems that reach the hotline. Vietnamese, Malay and romanised Khmer are Latin.</summary>
public enum Script
{
    /// <summary>No letters: digits, signs, emoji or nothing.</summary>
    None,
    Khmer,
    Latin,
    Thai,
    Lao,
    Burmese,
    Chinese,
    Other,
}

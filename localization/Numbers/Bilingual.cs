namespace Hotline.Localization.Numbers;

/// <summary>One text in the two languages that every caller may fall back to.</summary>
public sealed record Bilingual(string Km, string En)
{
    /// <summary>Khmer for "km", English for everything else: a name to call is better in a foreign language than missing.</summary>
    public string In(string language) => language == "km" ? Km : En;
}

namespace Hotline.Localization.Tips;

/// <summary>What somebody who gets tips thinks of: where they would work.</summary>
public static class TipInterest
{
    public const string Thailand = "thailand";
    public const string Elsewhere = "elsewhere";
    public const string Home = "home";

    public static readonly IReadOnlyList<string> All = [Thailand, Elsewhere, Home];
}

namespace Hotline.Localization.Numbers;

/// <summary>The day on which somebody called the number and found the right people behind it.</summary>
public sealed record Verification(DateOnly On, string By);

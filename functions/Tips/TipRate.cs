using Hotline.Functions.Setup;

namespace Hotline.Functions.Tips;

/// <summary>How fast tips are planned to go out: at half of what the provider takes, so that what is owed to somebody is never late for them.</summary>
public sealed record TipRate(double PerSecond)
{
    private const double Share = 0.5;

    public static TipRate Of(OutreachSettings settings) => new(settings.TextsPerSecond * Share);
}

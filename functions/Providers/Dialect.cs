using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Providers;

/// <summary>All that the two providers do differently when we ask them. What they send us differs in <see cref="SidShape"/> and <see cref="Party"/>.</summary>
/// <param name="LongestValidity">How long a text may wait at the provider.</param>
/// <param name="DeletesRecordings">Somleng has no such request.</param>
internal sealed record Dialect(TimeSpan LongestValidity, bool DeletesRecordings)
{
    private static readonly Dialect Twilio = new(TimeSpan.FromSeconds(36_000), DeletesRecordings: true);
    private static readonly Dialect Somleng = new(TimeSpan.FromSeconds(14_400), DeletesRecordings: false);

    public static Dialect Of(ProviderKind kind) => kind == ProviderKind.Somleng ? Somleng : Twilio;
}

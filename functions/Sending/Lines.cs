using Hotline.Functions.Setup;

namespace Hotline.Functions.Sending;

/// <summary>Our own numbers.</summary>
/// <param name="Public">E.164 or a short code, like the others; null where there is none.</param>
public sealed record Lines(string? Public, string? CheckIn, string? MissedCall, string? Tips = null)
{
    public IReadOnlyList<string> All { get; } = [.. new[] { Public, CheckIn, MissedCall, Tips }.OfType<string>()];

    public string? Any => All.Count > 0 ? All[0] : null;

    public static Lines Of(Settings settings) => new(settings.Outreach.Number, settings.CheckInNumber, settings.Outreach.MissedCallNumber, settings.Outreach.TipsNumber);

    /// <summary>Somleng leaves the plus away.</summary>
    public static bool Same(string? ours, string number) => ours is not null && ours.TrimStart('+') == number.TrimStart('+');
}

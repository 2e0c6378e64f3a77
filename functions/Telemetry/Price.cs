namespace Hotline.Functions.Telemetry;

/// <summary>US dollars a segment, as the settings have it.</summary>
internal static class Price
{
    public static double OfSegment { get; set; }
}

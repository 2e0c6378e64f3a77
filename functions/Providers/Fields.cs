using System.Globalization;

namespace Hotline.Functions.Providers;

/// <summary>Form fields in the shapes that the API asks for.</summary>
internal static class Fields
{
    private static readonly TimeSpan LongestRing = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<KeyValuePair<string, string>> Of(OutboundMessage message, Dialect dialect) => Set(
        ("To", message.To), ("From", message.From), ("Body", message.Body),
        ("StatusCallback", message.StatusCallback?.AbsoluteUri),
        ("ValidityPeriod", Seconds(message.ValidFor, dialect.LongestValidity)));

    public static IReadOnlyList<KeyValuePair<string, string>> Of(OutboundCall call) => Set(
        ("To", call.To), ("From", call.From), ("Url", call.Answered.AbsoluteUri), ("Method", "POST"),
        ("StatusCallback", call.StatusCallback?.AbsoluteUri), ("StatusCallbackMethod", call.StatusCallback is null ? null : "POST"),
        ("Timeout", Seconds(call.RingFor, LongestRing)));

    public static IReadOnlyList<KeyValuePair<string, string>> Redaction { get; } = Set(("Body", ""));

    public static IReadOnlyList<KeyValuePair<string, string>> HangUp { get; } = Set(("Status", "completed"));

    public static (string Name, string? Value)[] Of(MessageQuery query, int pageSize) =>
    [
        (query.Inbound ? "To" : "From", query.OurNumber),
        ("DateSent>", Time(query.From)), ("DateSent<", Time(query.Until)),
        ("PageSize", pageSize.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Seconds(TimeSpan? length, TimeSpan longest) => length is not { } wanted ? null :
        ((int)Math.Clamp(wanted.TotalSeconds, 1, longest.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static KeyValuePair<string, string>[] Set(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var set = new List<KeyValuePair<string, string>>(fields.Length);
        foreach (var (name, value) in fields)
            if (value is not null)
                set.Add(new(name, value));
        return [.. set];
    }
}

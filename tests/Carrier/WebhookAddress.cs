using System.Globalization;

namespace Hotline.Tests.Carriers;

/// <summary>
/// An address with Twilio's connection overrides behind its #, which are neither sent nor signed (twilio.com/docs/usage/webhooks/webhooks-connection-overrides):
/// rc is the number of repeats, one by itself; rp says after what, a connection that could not be made by itself.
/// </summary>
internal sealed record WebhookAddress(string Url, int Repeats, bool AfterTimeOut, bool AfterError)
{
    public static WebhookAddress Of(string written, bool twilio)
    {
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        var url = hash < 0 ? written : written[..hash];
        if (!twilio)
            return new(url, 0, false, false);
        var settings = (hash < 0 ? "" : written[(hash + 1)..]).Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        var after = settings.GetValueOrDefault("rp", "ct").Split(',');
        var repeats = settings.TryGetValue("rc", out var count) ? int.Parse(count, CultureInfo.InvariantCulture) : 1;
        return repeats is >= 0 and <= 5
            ? new(url, repeats, after.Contains("rt") || after.Contains("all"), after.Contains("5xx") || after.Contains("all"))
            : throw new InvalidOperationException($"Twilio repeats a webhook at most five times; the address asks for {repeats}.");
    }
}

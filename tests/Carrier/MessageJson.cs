using System.Globalization;
using Hotline.Localization.Sms;

namespace Hotline.Tests.Carriers;

/// <summary>Messages and their pages as the API writes them.</summary>
internal sealed class MessageJson(FakeProvider provider)
{
    public Dictionary<string, object?> Of(KeptMessage message) => new()
    {
        ["account_sid"] = provider.AccountSid,
        ["api_version"] = "2010-04-01",
        ["body"] = message.Body,
        ["date_created"] = Time(message.Created),
        ["date_sent"] = Time(message.DateSent),
        ["date_updated"] = Time(message.Updated),
        ["direction"] = message.Direction == "outbound-api" && provider.IsSomleng ? "outbound" : message.Direction,
        ["error_code"] = message.Error is null || provider.IsSomleng ? message.Error : int.Parse(message.Error, CultureInfo.InvariantCulture),
        ["error_message"] = null,
        ["from"] = provider.Written(message.From),
        ["messaging_service_sid"] = null,
        ["num_media"] = "0",
        ["num_segments"] = SmsSegments.Measure(message.Body).Segments.ToString(CultureInfo.InvariantCulture),
        ["price"] = null,
        ["price_unit"] = "USD",
        ["sid"] = message.Sid,
        ["status"] = message.Status,
        ["subresource_uris"] = new Dictionary<string, string>(),
        ["tags"] = new Dictionary<string, string>(),
        ["to"] = provider.Written(message.To),
        ["uri"] = $"{provider.AccountPath}Messages/{message.Sid}.json",
    };

    /// <param name="next">The query of the page after; null at the end.</param>
    public Dictionary<string, object?> Page(IEnumerable<KeptMessage> messages, string uri, int number, int size, string? next) => new()
    {
        ["messages"] = messages.Select(Of).ToList(),
        ["page"] = number,
        ["page_size"] = size,
        ["start"] = number * size,
        ["end"] = number * size,
        ["uri"] = uri,
        ["first_page_uri"] = $"{provider.AccountPath}Messages.json?PageSize={size.ToString(CultureInfo.InvariantCulture)}&Page=0",
        ["previous_page_uri"] = null,
        ["next_page_uri"] = next is null ? null : $"{provider.AccountPath}Messages.json?{next}",
    };

    public static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}

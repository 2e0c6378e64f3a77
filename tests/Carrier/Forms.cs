using System.Globalization;
using Hotline.Localization.Sms;

namespace Hotline.Tests.Carriers;

/// <summary>The fields of webhooks about messages: names and order as the providers send them (twilio.com/docs/messaging/guides/webhook-request; Somleng's serializers).</summary>
internal static class Forms
{
    public static IReadOnlyList<(string, string)> Delivery(FakeProvider provider, KeptMessage message)
    {
        var (from, to) = (provider.Written(message.From), provider.Written(message.To));
        if (provider.IsSomleng)
            return
            [
                ("MessageSid", message.Sid), ("AccountSid", provider.AccountSid), ("From", from), ("To", to), ("Body", message.Body), ("NumMedia", "0"),
                ("ReferralNumMedia", "0"), ("ApiVersion", "2010-04-01"), ("MessageStatus", message.Status),
            ];
        (string, string)[] error = message.Error is null ? [] : [("ErrorCode", message.Error)];
        return
        [
            ("SmsSid", message.Sid), ("SmsStatus", message.Status), ("MessageStatus", message.Status), ("To", to), ("MessageSid", message.Sid),
            ("AccountSid", provider.AccountSid), ("From", from), ("ApiVersion", "2010-04-01"), .. error,
        ];
    }

    public static IReadOnlyList<(string, string)> Inbound(FakeProvider provider, KeptMessage message)
    {
        var (from, to, sid) = (provider.Written(message.From), provider.Written(message.To), message.Sid);
        return provider.IsSomleng
            ?
            [
                ("MessageSid", sid), ("AccountSid", provider.AccountSid), ("From", from), ("To", to), ("Body", message.Body), ("NumMedia", "0"),
                ("ReferralNumMedia", "0"), ("ApiVersion", "2010-04-01"),
            ]
            :
            [
                ("ToCountry", "KH"), ("ToState", ""), ("SmsMessageSid", sid), ("NumMedia", "0"), ("ToCity", ""), ("FromZip", ""), ("SmsSid", sid), ("FromState", ""),
                ("SmsStatus", "received"), ("FromCity", ""), ("Body", message.Body), ("FromCountry", "KH"), ("To", to), ("ToZip", ""),
                ("NumSegments", SmsSegments.Measure(message.Body).Segments.ToString(CultureInfo.InvariantCulture)), ("MessageSid", sid),
                ("AccountSid", provider.AccountSid), ("From", from), ("ApiVersion", "2010-04-01"),
            ];
    }
}

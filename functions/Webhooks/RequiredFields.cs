using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// The fields a provider always sends (Twilio: the pages named in webhook-params.json; Somleng: its serializers). A field that was swallowed by its
/// neighbour, or whose name was stretched, is missing: this list is half of the guard against moved boundaries.
/// </summary>
internal static class RequiredFields
{
    private static readonly byte[][] TwilioSms =
        Names("AccountSid ApiVersion Body From MessageSid NumMedia NumSegments SmsMessageSid SmsSid To");
    private static readonly byte[][] SomlengSms = Names("AccountSid ApiVersion Body From MessageSid NumMedia To");
    private static readonly byte[][] Call = Names("AccountSid ApiVersion CallSid CallStatus Direction From To");
    private static readonly byte[][] Recording = Names("AccountSid CallSid RecordingSid RecordingStatus");
    private static readonly byte[][] TwilioDelivery = Names("AccountSid ApiVersion From MessageSid MessageStatus SmsSid SmsStatus To");
    private static readonly byte[][] SomlengDelivery = Names("AccountSid ApiVersion From MessageSid MessageStatus To");

    public static bool AreIn(WebhookForm form, WebhookKind kind, ProviderKind provider)
    {
        byte[][] names = (kind, provider) switch
        {
            (WebhookKind.Sms, ProviderKind.Twilio) => TwilioSms,
            (WebhookKind.Sms, _) => SomlengSms,
            (WebhookKind.Call, _) => Call,
            (WebhookKind.Recording, _) => Recording,
            (_, ProviderKind.Twilio) => TwilioDelivery,
            _ => SomlengDelivery,
        };
        foreach (byte[] name in names)
            if (form.Find(name) < 0)
                return false;
        return true;
    }

    private static byte[][] Names(string names) => [.. names.Split(' ').Select(Encoding.UTF8.GetBytes)];
}

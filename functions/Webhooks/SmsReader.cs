using System.Globalization;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>A text that came in.</summary>
internal static class SmsReader
{
    /// <summary>UTF-16 units. Twilio says 1600 characters; a character may be two units, and refusing a text would lose a report.</summary>
    private const int LongestBody = 3200;
    private const int MostMedia = 10;

    public static WebhookResult Read(WebhookForm form, ProviderKind provider)
    {
        form.TryGet("MessageSid"u8, out var sid);
        if (!SidShape.IsMessage(sid, provider) || form.Find("CallSid"u8) >= 0
            || !form.AgreesWith("SmsSid"u8, sid) || !form.AgreesWith("SmsMessageSid"u8, sid))
            return WebhookSchema.Refuse(RefusalReason.Sid);
        if (!form.AgreesWith("SmsStatus"u8, "received"u8))
            return WebhookSchema.Refuse(RefusalReason.State);
        form.TryGet("From"u8, out var from);
        var sender = Party.Read(from, WebhookKind.Sms, provider);
        if (sender == PartyKind.Unreadable)
            return WebhookSchema.Refuse(RefusalReason.From);
        form.TryGet("To"u8, out var to);
        if (Party.Read(to, WebhookKind.Sms, provider) is not (PartyKind.Number or PartyKind.ShortCode))
            return WebhookSchema.Refuse(RefusalReason.To);
        form.TryGet("Body"u8, out var words);
        // FromCountry=KH, with all before it swallowed by the text, is From=CountryKH: a sender's name is believed only when no sender is in the text.
        if (sender == PartyKind.Name && words.IndexOf("From"u8) >= 0)
            return WebhookSchema.Refuse(RefusalReason.Boundary);
        string body = Encoding.UTF8.GetString(words);
        if (body.Length > LongestBody)
            return WebhookSchema.Refuse(RefusalReason.Body);
        if (Media(form) is not { } media)
            return WebhookSchema.Refuse(RefusalReason.Media);
        string id = Encoding.ASCII.GetString(sid);
        return new Accepted(new Received
        {
            Kind = WebhookKind.Sms,
            Id = id,
            MessageSid = id,
            From = Encoding.ASCII.GetString(from),
            To = Encoding.ASCII.GetString(to),
            Withheld = sender == PartyKind.Withheld,
            Unanswerable = sender is PartyKind.Name or PartyKind.ShortCode,
            Body = body,
            MediaUrls = media,
        });
    }

    // As many addresses as NumMedia says, numbered from 0, and no other: none was swallowed and none made up.
    private static string[]? Media(WebhookForm form)
    {
        form.TryGet("NumMedia"u8, out var number);
        if (!ClosedWords.IsNumber(number, 2) || !int.TryParse(number, CultureInfo.InvariantCulture, out int count) || count > MostMedia)
            return null;
        string[] urls = count == 0 ? [] : new string[count];
        for (int i = 0; i < count; i++)
        {
            if (!form.TryGet(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"MediaUrl{i}")), out var url)
                || !SidShape.IsMedia(MediaAddress.LastPart(url)))
                return null;
            urls[i] = Encoding.ASCII.GetString(url);
        }

        int named = 0;
        for (int i = 0; i < form.Count; i++)
            named += form.Name(i).StartsWith("MediaUrl"u8) ? 1 : 0;
        return named == count ? urls : null;
    }
}

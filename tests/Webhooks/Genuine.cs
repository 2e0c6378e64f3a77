using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Webhooks;

/// <summary>Requests as the providers send them: names, order and shapes from their pages and, for Somleng, its source.</summary>
internal static class Genuine
{
    private static readonly string[] Texts =
    [
        "សួស្តី ខ្ញុំត្រូវការជំនួយ", "help", "", "  hi  ", "1", "១២", "😀🇰🇭 ok", "a=b&c=d+e%20f", "“curly” & <tags>", "line one\r\nline two\tend",
        "My boss took my passport. From Poipet they took us To a house.", "Body of a girl? I saw someBody", "NumSegments", "ខ្ញុំ\u200Bនៅ\u200Bភ្នំពេញ",
    ];

    private static readonly string[] Cities = ["", "PHNOM PENH", "Tokyo", "Toronto", "Köln", "Frome", "ភ្នំពេញ"];

    public static Signed Sms(Random chance, ProviderKind provider, string? text = null)
    {
        string sid = Sid(chance, provider, chance.Next(4) == 0 ? "MM" : "SM");
        text ??= Texts[chance.Next(Texts.Length)] + (chance.Next(2) == 0 ? "" : chance.Next().ToString(Culture));
        if (provider == ProviderKind.Somleng)
            return Form(WebhookKind.Sms, provider, "/sms",
                ("MessageSid", sid), ("AccountSid", Signed.SomlengAccount), ("From", Number(chance, provider)), ("To", "1294"), ("Body", text),
                ("NumMedia", "0"), ("ReferralNumMedia", "0"), ("ApiVersion", "2010-04-01"));
        bool media = sid.StartsWith("MM", StringComparison.Ordinal);
        var form = Form(WebhookKind.Sms, provider, "/sms",
            ("ToCountry", "KH"), ("ToState", ""), ("SmsMessageSid", sid), ("NumMedia", media ? "1" : "0"), ("ToCity", Cities[chance.Next(Cities.Length)]),
            ("FromZip", chance.Next(2) == 0 ? "" : "12000"), ("SmsSid", sid), ("FromState", ""), ("SmsStatus", "received"),
            ("FromCity", Cities[chance.Next(Cities.Length)]), ("Body", text), ("FromCountry", "KH"), ("To", "+85512000000"), ("ToZip", ""),
            ("NumSegments", "1"), ("MessageSid", sid), ("AccountSid", Signed.Account), ("From", Number(chance, provider)), ("ApiVersion", "2010-04-01"));
        if (media)
            form = form.Plus("MediaContentType0", "image/jpeg")
                .Plus("MediaUrl0", $"https://api.twilio.com/2010-04-01/Accounts/{Signed.Account}/Messages/{sid}/Media/{Sid(chance, provider, "ME")}");
        // Twilio adds names without notice; one in ten of ours has some that nobody knew.
        return (chance.Next(10) == 0 ? form.Plus("NetworkCode", "45601").Plus("FromCarrier", "Smart") : form).Sign();
    }

    public static Signed Call(Random chance, ProviderKind provider)
    {
        int step = chance.Next(40);
        string caller = chance.Next(8) switch { 0 => "anonymous", 1 when provider == ProviderKind.Twilio => "+266696687", _ => Number(chance, provider) };
        string to = provider == ProviderKind.Somleng ? "1294" : "+85512000000";
        string account = provider == ProviderKind.Somleng ? Signed.SomlengAccount : Signed.Account;
        var form = Form(WebhookKind.Call, provider, $"/call/{step}?c=%E1%9E%80",
            ("Called", to), ("Caller", caller), ("From", caller), ("To", to), ("CallSid", Sid(chance, provider, "CA")), ("Direction", "inbound"),
            ("AccountSid", account), ("ApiVersion", "2010-04-01"), ("CallStatus", step == 0 ? "ringing" : "in-progress")) with
        { Step = step };
        if (provider == ProviderKind.Twilio)
        {
            foreach (string party in new[] { "From", "To", "Caller", "Called" })
                foreach (string part in new[] { "City", "State", "Zip", "Country" })
                    form = form.Plus(party + part, part == "City" ? Cities[chance.Next(Cities.Length)] : "");
            form = chance.Next(4) == 0 ? form.Plus("CallerName", "SOK SAN") : form;
            form = chance.Next(4) == 0 ? form.Plus("CallToken", "%7B%22parentCallInfoToken%22%3A%22eyJhbGciOiJFUzI1NiJ9ToFu%22%7D") : form;
        }

        form = chance.Next(4) switch
        {
            0 => form.Plus("Digits", "12*#"[..chance.Next(5)]),
            1 => Recorded(chance, form),
            2 => form.With("CallStatus", "completed").Plus("CallDuration", "17"),
            _ => form,
        };
        return form.Sign();
    }

    public static Signed Recording(Random chance, ProviderKind provider)
    {
        string sid = Sid(chance, provider, "RE");
        return Form(WebhookKind.Recording, provider, "/recording",
            ("RecordingSource", "RecordVerb"), ("RecordingSid", sid), ("RecordingUrl", Address(provider, sid)), ("RecordingStatus", "completed"),
            ("RecordingChannels", "1"), ("CallSid", Sid(chance, provider, "CA")), ("RecordingStartTime", "Sun, 22 Nov 2026 01:35:00 +0000"),
            ("AccountSid", provider == ProviderKind.Somleng ? Signed.SomlengAccount : Signed.Account), ("RecordingDuration", "12")).Sign();
    }

    public static Signed Delivery(Random chance, ProviderKind provider)
    {
        string sid = Sid(chance, provider, "SM");
        string state = new[] { "sent", "delivered", "undelivered" }[chance.Next(3)];
        if (provider == ProviderKind.Somleng)
            return Form(WebhookKind.Delivery, provider, "/delivery",
                ("MessageSid", sid), ("AccountSid", Signed.SomlengAccount), ("From", "1294"), ("To", Number(chance, provider)), ("Body", Texts[0]),
                ("NumMedia", "0"), ("ReferralNumMedia", "0"), ("ApiVersion", "2010-04-01"), ("MessageStatus", state)).Sign();
        var form = Form(WebhookKind.Delivery, provider, "/delivery",
            ("SmsSid", sid), ("SmsStatus", state), ("MessageStatus", state), ("To", Number(chance, provider)), ("MessageSid", sid),
            ("AccountSid", Signed.Account), ("From", "+85512000000"), ("ApiVersion", "2010-04-01"));
        return (state == "undelivered" ? form.Plus("ErrorCode", "30003") : form).Sign();
    }

    public static Signed Any(Random chance)
    {
        var provider = (ProviderKind)chance.Next(2);
        return chance.Next(6) switch
        {
            0 or 1 => Sms(chance, provider),
            2 or 3 => Call(chance, provider),
            4 => Recording(chance, provider),
            _ => Delivery(chance, provider),
        };
    }

    public static string Number(Random chance, ProviderKind provider) =>
        (provider == ProviderKind.Twilio ? "+8551" : "8551") + chance.Next(1000000, 9999999).ToString(Culture);

    public static string Sid(Random chance, ProviderKind provider, string prefix)
    {
        byte[] bytes = new byte[16];
        chance.NextBytes(bytes);
        return provider == ProviderKind.Somleng ? new Guid(bytes).ToString() : prefix + Convert.ToHexStringLower(bytes);
    }

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static Signed Recorded(Random chance, Signed call)
    {
        string sid = Sid(chance, call.Provider, "RE");
        var form = call.Plus("RecordingUrl", Address(call.Provider, sid)).Plus("RecordingDuration", "9");
        return call.Provider == ProviderKind.Somleng ? form : form.Plus("RecordingSid", sid).Plus("Digits", "hangup").With("CallStatus", "completed");
    }

    private static string Address(ProviderKind provider, string sid) => provider == ProviderKind.Somleng
        ? $"https://api.somleng.example.org/2010-04-01/Accounts/{Signed.SomlengAccount}/Calls/6f9619ff-8b86-4011-b42d-00c04fc964ff/Recordings/{sid}"
        : $"https://api.twilio.com/2010-04-01/Accounts/{Signed.Account}/Recordings/{sid}";

    private static Signed Form(WebhookKind kind, ProviderKind provider, string target, params (string Name, string Value)[] fields) =>
        new Signed(kind, target, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]) { Provider = provider }.Sign();
}

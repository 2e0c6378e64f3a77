using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Webhooks;

/// <summary>Cuts a signed text at random, with a liking for places where a name that means something could begin. Every cut keeps the signature valid.</summary>
internal static partial class Cutter
{
    private static readonly string[] Names =
    [
        "AccountSid", "AddOns", "ApiVersion", "Body", "ErrorCode", "ErrorUrl", "From", "FromCity", "FromCountry", "FromState", "FromZip", "MediaContentType0", "MediaUrl0",
        "MessageSid", "MessageStatus", "MessagingServiceSid", "NumMedia", "NumSegments", "OptOutType", "ReferralNumMedia", "SmsMessageSid", "SmsSid", "SmsStatus", "To", "ToCity",
        "ToCountry", "ToState", "ToZip", "CallSid", "CallStatus", "CallToken", "Called", "Caller", "CallerName", "CallerState", "CallerZip", "Digits", "Direction", "ForwardedFrom",
        "RecordingUrl", "RecordingSid", "RecordingDuration", "DialCallStatus", "StirVerstat", "FromA", "Zz", "Bod", "Fro", "Message", "Sid", "Num", "Media",
    ];

    private static readonly string[] Pieces =
    [
        "From+85599999999", "From85599999999", "FromSMART", "To+85511111111", "To1294", "ToCity", "FromCity", "FromA", "FromCountry", "Zz", "Z", "Body", "Bod",
        "MessageSidSM00000000000000000000000000000000", "SmsSidSM00000000000000000000000000000000", "SmsMessageSidSM00000000000000000000000000000000", "NumMedia0", "NumMedia1",
        "NumSegments1", "SmsStatusreceived", "ErrorCode11200", "ErrorUrlhttps://hotline.example.org/sms", "MessageSid", "AccountSid" + Signed.Account, "ApiVersion2010-04-01",
        "MediaUrl0https://api.twilio.com/m/ME00000000000000000000000000000000", "Forwarded", "OptOutTypeSTOP", "ReferralNumMedia0", "hello ", "ខ្មែរ", "12", "FromZip", "To",
    ];

    public static Signed Sent(Random chance)
    {
        if (chance.Next(4) == 0)
            return Genuine.Any(chance);
        if (chance.Next(6) == 0)
            return Genuine.Call(chance, ProviderKind.Twilio) is var call && call.Value("CallerName") is null ? call.Plus("CallerName", Text(chance, 3)).Sign() : call;
        return Forger.Sms(chance, Text(chance, 9));
    }

    /// <returns>Null when the walk ends where no field can begin.</returns>
    public static Signed? Cut(Random chance, Signed before)
    {
        string text = before.Text;
        var fields = new List<KeyValuePair<string, string>>();
        string last = "";
        // Names that follow must sort behind; where a known name stands is the likeliest place to begin one.
        int[] starts = [.. Enumerable.Range(0, text.Length).Where(at => Array.Exists(Names, name => At(text, at, name)))];
        for (int at = 0; at < text.Length;)
        {
            if (Name(chance, text, at, last) is not { } name)
                return null;
            int from = at + name.Length;
            int[] ends = [.. starts.Where(end => end >= from && Array.Exists(Names, next => At(text, end, next) && string.CompareOrdinal(next, name) > 0)), text.Length];
            int pick = chance.Next(40) == 0 ? chance.Next(from, text.Length + 1) : ends[Math.Min(ends.Length - 1, chance.Next(5) == 0 ? chance.Next(6) : 0)];
            fields.Add(new(name, text[from..pick]));
            (last, at) = (name, pick);
        }

        return Forger.Cut(before, fields);
    }

    /// <summary>What a reader would act on.</summary>
    public static string Meaning(Received read) => string.Join('\u0001',
        read.MessageSid, read.CallSid, read.From, read.To, read.Body, read.Digits, read.CallStatus, read.DialCallStatus, read.RecordingSid, read.RecordingUrl,
        read.RecordingSeconds, read.RecordingStatus, read.MessageStatus, read.ErrorCode, string.Join(' ', read.MediaUrls));

    public static string Meaning(Signed form) => string.Join('\u0001',
        form.Value("MessageSid"), form.Value("CallSid"), form.Value("From"), form.Value("To"), form.Kind == WebhookKind.Delivery ? "" : form.Value("Body"), form.Value("Digits"),
        form.Value("CallStatus"), form.Value("DialCallStatus"), form.Value("RecordingSid") ?? form.Value("RecordingUrl")?.Split('/')[^1], form.Value("RecordingUrl"),
        int.TryParse(form.Value("RecordingDuration"), CultureInfo.InvariantCulture, out int seconds) ? seconds : 0, form.Value("RecordingStatus"),
        form.Value("MessageStatus"), form.Value("ErrorCode"), form.Value("MediaUrl0"));

    /// <summary>A reader that trusts the signature and looks at shapes: identifiers, numbers, and nothing twice.</summary>
    public static bool IsTakenNaively(Signed form) =>
        Sid().IsMatch(form.Value("MessageSid") ?? form.Value("CallSid") ?? "") && Party().IsMatch(form.Value("From") ?? "") && Party().IsMatch(form.Value("To") ?? "");

    private static string? Name(Random chance, string text, int at, string last)
    {
        var names = Names.Where(name => At(text, at, name)).ToList();
        if (names.Count == 0 || chance.Next(30) == 0)
            names.Add(text[at..Math.Min(text.Length, at + 1 + chance.Next(12))]);
        names.RemoveAll(name => string.CompareOrdinal(name, last) <= 0);
        return names.Count == 0 ? null : chance.Next(3) == 0 ? names[chance.Next(names.Count)] : names.MaxBy(name => name.Length);
    }

    private static bool At(string text, int at, string name) => string.CompareOrdinal(text, at, name, 0, name.Length) == 0;

    private static string Text(Random chance, int most) => string.Concat(Enumerable.Range(0, chance.Next(most + 1)).Select(_ => Pieces[chance.Next(Pieces.Length)]));

    [GeneratedRegex("^((SM|MM|CA)[0-9a-f]{32}|[0-9a-f-]{36})$")]
    private static partial Regex Sid();

    [GeneratedRegex(@"^\+?[0-9]{3,15}$|^anonymous$")]
    private static partial Regex Party();
}

using System.Text;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>One hostile request. Signed means that whoever sent it holds our token, or that the provider itself went wrong.</summary>
internal sealed record Hostile(string Target, byte[] Body, string? Signature, string ContentType = "application/x-www-form-urlencoded", string Method = "POST")
{
    private static readonly string[] Doors =
        ["/sms", "/call", "/call/1", "/call/2", "/call/7", "/recording", "/delivery", "/call/0", "/call/-1", "/call/99999", "/call/100000", "/call/%31", "/call/x", "/sms/", "/sms?a=%E1%9E%80", "/audio/km/..%2f..%2fkeys", "/audio/en/x", "/health"];

    private static readonly string[] Names = ["Body", "From", "To", "AccountSid", "MessageSid", "CallSid", "Digits", "RecordingUrl", "CallStatus", "NumMedia", "MediaUrl0", "Direction", "ApiVersion", "DialCallStatus", "RecordingDuration", "Unknown"];

    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "99999999999999999999", "1e9", "NaN", "null", "+", "+0", "+85512345678", "anonymous", "sip:@", "sip:a@b", "hangup", "completed", "ringing", "inbound", "http://169.254.169.254/", "file:///etc/passwd",
        "javascript:alert(1)", "<Response/>", "]]>&lt;", "\0", "\u0001\u0002", "\ufffe\uffff", "\u202e\u200b", "😭😭", "ក្ក្ក្ក្ក្ក្ក", "\u17d2\u17d2", "%s%n%x", "'; DROP TABLE rows; --", "../../keys", "{receipt}", "${jndi:ldap://x}", "ជួយ", "STOP",
    ];

    public static Hostile Draw(Random chance)
    {
        var signed = chance.Next(2) == 0;
        return chance.Next(10) switch
        {
            0 => Raw(chance, signed),
            1 => Odd(chance),
            2 => Of(Repaint(chance, Genuine(chance) with { Target = Doors[chance.Next(Doors.Length)] }), signed),
            3 => Of(Conversation(chance), signed),
            _ => Of(Repaint(chance, Genuine(chance)), signed),
        };
    }

    private static Signed Genuine(Random chance)
    {
        Signed genuine;
        do
            genuine = Webhooks.Genuine.Any(chance);
        while (genuine.Provider != ProviderKind.Twilio);
        return genuine;
    }

    /// <summary>Well-formed, from few callers, so that flows are walked; only what is said is odd.</summary>
    private static Signed Conversation(Random chance)
    {
        var from = "+8551100000" + chance.Next(10);
        return chance.Next(2) == 0
            ? Carrier.Sms(from, BadDay.Texts[chance.Next(BadDay.Texts.Count)].Replace('\ud800', 'x').Replace('\udc00', 'x'))
            : Carrier.Call(from, "CA" + new string((char)('0' + chance.Next(10)), 32), $"/call/{1 + chance.Next(30)}", chance.Next(9) == 0 ? "completed" : "in-progress", ("Digits", "0123456789*#"[chance.Next(12)].ToString()));
    }

    /// <summary>Changes fields before signing: the shape is almost right.</summary>
    private static Signed Repaint(Random chance, Signed form)
    {
        for (var i = chance.Next(4); i > 0; i--)
        {
            var name = form.Fields.Count > 0 && chance.Next(3) > 0 ? form.Fields[chance.Next(form.Fields.Count)].Key : Names[chance.Next(Names.Length)];
            form = chance.Next(6) switch
            {
                0 => form.Without(name),
                1 => form.Plus(name, Value(chance)),
                2 => form.Plus(Value(chance), Value(chance)),
                3 => form with { Fields = [.. form.Fields.OrderBy(_ => chance.Next())] },
                _ => form.With(name, Value(chance)),
            };
        }

        return form;
    }

    private static string Value(Random chance) => chance.Next(20) switch
    {
        0 => new string((char)chance.Next(0x20, 0xd7ff), chance.Next(1, 2000)),
        1 => string.Concat(Enumerable.Repeat(Values[chance.Next(Values.Length)], chance.Next(1, 40))),
        2 => string.Concat(Enumerable.Range(0, chance.Next(30)).Select(_ => new Rune(chance.Next(2) == 0 ? chance.Next(0x1780, 0x17ff) : chance.Next(0xe000, 0x10ffff)).ToString())),
        _ => Values[chance.Next(Values.Length)],
    };

    private static Hostile Of(Signed form, bool signed)
    {
        form = form.Sign();
        return new Hostile(form.Target, form.Body, signed ? form.Header : Signed.Signature("another token", Signed.Origin + form.Target, form.Fields));
    }

    private static Hostile Raw(Random chance, bool signed)
    {
        const string Likely = "ABab=&%+0E9;\0\u00e1\u009e\u0080";
        var target = Doors[chance.Next(Doors.Length)];
        var body = new byte[chance.Next(8) == 0 ? chance.Next(70_000) : chance.Next(300)];
        for (var i = 0; i < body.Length; i++)
            body[i] = chance.Next(3) == 0 ? (byte)chance.Next(256) : (byte)Likely[chance.Next(Likely.Length)];
        var fields = WebhookForm.Parse(body)?.InOrder() ?? [];
        return new Hostile(target, body, signed ? Signed.Signature(Signed.Token, Signed.Origin + target, fields) : Convert.ToBase64String(body.AsSpan(0, Math.Min(20, body.Length))));
    }

    /// <summary>Other methods, types and signatures.</summary>
    private static Hostile Odd(Random chance)
    {
        var hostile = Of(Genuine(chance), signed: true);
        return chance.Next(6) switch
        {
            0 => hostile with { Method = new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND" }[chance.Next(5)] },
            1 => hostile with { ContentType = new[] { "application/json", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-16" }[chance.Next(4)] },
            2 => hostile with { Signature = null },
            3 => hostile with { Signature = new string('A', chance.Next(5000)) },
            4 => hostile with { Signature = "=" + Value(chance).Length },
            _ => hostile with { Body = [.. hostile.Body, .. "&Body=again"u8] },
        };
    }
}

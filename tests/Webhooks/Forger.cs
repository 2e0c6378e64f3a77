using System.Globalization;
using System.Text;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Webhooks;

/// <summary>Requests that nobody may have accepted, by class. Those under <see cref="Shifted"/> carry a signature that is valid for what they say.</summary>
internal static class Forger
{
    private const string Victim = "+85599999999";
    private static readonly string Fake = "SM" + new string('0', 32);

    /// <summary>The signature does not fit, or the request is not one for this door.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Random, Signed>> Plain = new Dictionary<string, Func<Random, Signed>>
    {
        ["wrong token"] = chance => Genuine.Any(chance).Sign("f" + Signed.Token[1..]),
        ["the token before the one before"] = chance => Genuine.Any(chance).Sign(Signed.OldToken),
        ["changed field"] = chance => Changed(chance, Genuine.Any(chance)),
        ["removed field"] = chance => Removed(chance, Genuine.Any(chance)),
        ["added field"] = chance => Genuine.Any(chance).Plus("Extra" + (char)('A' + chance.Next(26)), "1"),
        ["other path"] = chance => Retargeted(chance, Genuine.Any(chance)),
        ["other host"] = chance => Genuine.Any(chance).Sign(origin: "https://evil.example"),
        ["other scheme"] = chance => Genuine.Any(chance).Sign(origin: "http://hotline.example.org"),
        ["other port"] = chance => Genuine.Any(chance).Sign(origin: "https://hotline.example.org:8443"),
        ["duplicated field, same value"] = chance => Duplicated(chance, Genuine.Any(chance), same: true),
        ["duplicated field, other value, signed"] = chance => Duplicated(chance, Genuine.Any(chance), same: false).Sign(),
        ["foreign account, signed"] = chance => Genuine.Any(chance).With("AccountSid", Genuine.Sid(chance, (ProviderKind)chance.Next(2), "AC")).Sign(),
        ["wrong identifier, signed"] = chance => Misnamed(chance, Genuine.Any(chance)).Sign(),
        ["a body for another door, same path"] = chance => Swapped(chance, Genuine.Any(chance)),
        ["a body for another door, signed for this one"] = chance => Swapped(chance, Genuine.Any(chance)).Sign(),
        ["damaged header"] = chance => Damaged(chance, Genuine.Any(chance)),
        ["missing header"] = chance => Genuine.Any(chance) with { Header = null },
        ["a form called JSON"] = chance => Genuine.Any(chance) with { ContentType = chance.Next(2) == 0 ? "application/json" : "application/x-www-form-urlencoded-json" },
        ["another method"] = chance => Genuine.Any(chance) with { Method = chance.Next(2) == 0 ? "GET" : "PUT" },
        ["names in another case, signed"] = chance => Recased(chance, Genuine.Any(chance)).Sign(),
        ["WhatsApp, signed"] = chance => Genuine.Sms(chance, ProviderKind.Twilio).With("From", "whatsapp:+85512345678").Sign(),
        ["speech we never asked for, signed"] = chance => Genuine.Call(chance, ProviderKind.Twilio).Plus("SpeechResult", "one").Sign(),
    };

    /// <summary>One genuine signed text, cut anew: before is what was sent, after what arrives with the same signature.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Random, (Signed Before, Signed After)>> Shifted =
        new Dictionary<string, Func<Random, (Signed, Signed)>>
        {
            ["a required name stretched by the head of its value"] = chance => Stretched(chance, Genuine.Any(chance)),
            ["digits pressed, made to vanish into a name"] = chance => Stretch(Keyed(chance, "12"), "Digits", 1 + chance.Next(2)),
            ["digits pressed, swallowed by the field before"] = chance => Swallowed(Keyed(chance, "5"), "Digits"),
            ["hangup, swallowed by the field before"] = chance => Swallowed(Keyed(chance, "hangup"), "Digits"),
            ["hangup, made to vanish into a name"] = chance => Stretch(Keyed(chance, "hangup"), "Digits", 3 + chance.Next(4)),
            ["the tail of a text moved to a new name"] = chance => Moved(Sms(chance, "I am in Poipet. Come now"), "Body", 16),
            ["the tail of a text moved to a WhatsApp name"] = chance => Moved(Sms(chance, "please helpButtonTextyes"), "Body", 11, nameLength: 10),
            ["the tail of a text moved to the name of an error"] = chance => Moved(Sms(chance, "please helpErrorCode11200"), "Body", 11, nameLength: 9),
            ["the sender swallowed by the text"] = chance => Swallowed(Genuine.Sms(chance, (ProviderKind)chance.Next(2)), "From"),
            ["the sender swallowed by the text, its country in its place"] = chance => Renamed(Genuine.Sms(chance, ProviderKind.Twilio, "hi"), "FromCountry"),
            ["another sender hidden in a text, the true one in its town"] = chance => Hidden(chance, $"hiFrom{Victim}FromCity", ["From", "FromCity"]),
            ["another sender hidden in a text, the true one in an unknown name"] = chance => Hidden(chance, $"hiFrom{Victim}FromA", ["From", "FromA"]),
            ["another sender hidden in a text, the true one in a name"] = chance => Hidden(chance, $"hiFrom{Victim}FromA", ["From", "FromAFrom"]),
            ["a whole text hidden in a text"] = chance => Hidden(chance, WholeText(), ["From", "MessageSid", "NumMedia", "NumSegments", "SmsMessageSid", "SmsSid", "To", "ToZip"]),
            ["a whole text hidden in a text, the true one in an unknown name"] = chance =>
                Hidden(chance, WholeText()[..^5] + "Zz", ["From", "MessageSid", "NumMedia", "NumSegments", "SmsMessageSid", "SmsSid", "To", "Zz"]),
            ["the first field moved into the URL"] = chance => IntoUrl(Genuine.Any(chance)),
            ["the step in the URL cut short, its tail a name"] = chance => OutOfUrl(chance, Genuine.Call(chance, (ProviderKind)chance.Next(2))),
            ["a request hidden in a text, all before it in the URL"] = chance => HiddenByUrl(chance),
            ["the address of a recording cut short"] = chance => Moved(Recorded(chance), "RecordingUrl", "https://media.example.org/".Length, 1 + chance.Next(4)),
            ["the state of a delivery made to vanish"] = chance => Stretch(Genuine.Delivery(chance, (ProviderKind)chance.Next(2)), "MessageStatus", 1 + chance.Next(3)),
            ["an error code made to vanish"] = chance => Stretch(Failed(chance), "ErrorCode", 1 + chance.Next(5)),
            ["a picture made to vanish"] = chance => Swallowed(Pictured(chance), "MediaUrl0"),
        };

    public static Signed Sms(Random chance, string text) => Genuine.Sms(chance, (ProviderKind)chance.Next(2), text);

    /// <summary>Cuts what was signed into these fields, in the order of the signed text. Only the cut is new.</summary>
    public static Signed Cut(Signed before, IReadOnlyList<KeyValuePair<string, string>> fields, string? target = null) =>
        before with { Fields = fields, Target = target ?? before.Target };

    private static List<KeyValuePair<string, string>> Sorted(Signed form) => [.. form.Fields.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    private static (Signed, Signed) Stretched(Random chance, Signed form)
    {
        string[] required = form.Kind switch
        {
            WebhookKind.Sms => ["AccountSid", "ApiVersion", "From", "MessageSid", "NumMedia", "To"],
            WebhookKind.Call => ["AccountSid", "ApiVersion", "CallSid", "CallStatus", "Direction", "To"],
            WebhookKind.Recording => ["AccountSid", "CallSid", "RecordingSid", "RecordingStatus"],
            _ => ["AccountSid", "ApiVersion", "From", "MessageSid", "MessageStatus", "To"],
        };
        string name = required[chance.Next(required.Length)];
        return Stretch(form, name, 1 + chance.Next(form.Value(name)!.Length));
    }

    private static (Signed, Signed) Stretch(Signed form, string name, int by)
    {
        string value = form.Value(name)!;
        by = Math.Min(by, value.Length);
        return (form, form with { Fields = [.. form.Fields.Select(pair => pair.Key == name ? new(name + value[..by], value[by..]) : pair)] });
    }

    private static (Signed, Signed) Moved(Signed form, string name, int keep, int nameLength = 1)
    {
        string value = form.Value(name)!;
        return (form, form.With(name, value[..keep]).Plus(value[keep..(keep + nameLength)], value[(keep + nameLength)..]));
    }

    private static (Signed, Signed) Swallowed(Signed form, string name)
    {
        var fields = Sorted(form);
        int at = fields.FindIndex(pair => pair.Key == name);
        fields[at - 1] = new(fields[at - 1].Key, fields[at - 1].Value + fields[at].Key + fields[at].Value);
        fields.RemoveAt(at);
        return (form, Cut(form, fields));
    }

    /// <summary>The text takes all up to this field, whose name is cut to From.</summary>
    private static (Signed, Signed) Renamed(Signed form, string name)
    {
        var fields = Sorted(form);
        int body = fields.FindIndex(pair => pair.Key == "Body");
        int at = fields.FindIndex(pair => pair.Key == name);
        string swallowed = string.Concat(fields[(body + 1)..at].Select(pair => pair.Key + pair.Value));
        return (form, Cut(form, [.. fields[..body], new("Body", fields[body].Value + swallowed), new("From", name[4..] + fields[at].Value), .. fields[(at + 1)..]]));
    }

    /// <summary>A text with fields written into it; from the first of them on the signed text is cut at these names, then as it was.</summary>
    private static (Signed, Signed) Hidden(Random chance, string text, string[] names)
    {
        var form = Genuine.Sms(chance, ProviderKind.Twilio, text);
        string signed = form.Text;
        var fields = Sorted(form).TakeWhile(pair => pair.Key != "Body").ToList();
        int body = signed.IndexOf("Body", StringComparison.Ordinal) + 4;
        string name = "Body";
        int from = body;
        foreach (string next in names)
        {
            int at = signed.IndexOf(next, from, StringComparison.Ordinal);
            fields.Add(new(name, signed[from..at]));
            (name, from) = (next, at + next.Length);
        }

        // The last of them takes the true sender, and with a whole text all the rest.
        var rest = Sorted(form).Where(pair => string.CompareOrdinal(pair.Key, name) > 0 && pair.Key != "From").ToList();
        int end = rest.Count == 0 ? signed.Length : signed.IndexOf(rest[0].Key + rest[0].Value, body + text.Length, StringComparison.Ordinal);
        fields.Add(new(name, signed[from..end]));
        return (form, Cut(form, [.. fields, .. rest]));
    }

    private static string WholeText() =>
        $"send helpFrom{Victim}MessageSid{Fake}NumMedia0NumSegments1SmsMessageSid{Fake}SmsSid{Fake}To+85512000000ToZip";

    private static (Signed, Signed) IntoUrl(Signed form)
    {
        var fields = Sorted(form);
        return (form, Cut(form, fields[1..], form.Target + fields[0].Key + fields[0].Value));
    }

    private static (Signed, Signed) OutOfUrl(Random chance, Signed form)
    {
        // A step of several digits becomes another step.
        form = (form with { Target = $"/call/{chance.Next(100, 1000)}" }).Sign();
        int tail = 1 + chance.Next(2);
        string moved = form.Target[^tail..];
        var fields = Sorted(form);
        if (chance.Next(2) == 0)
            fields.Insert(0, new(moved, ""));
        else
            fields[0] = new(moved + fields[0].Key, fields[0].Value);
        return (form, Cut(form, fields, form.Target[..^tail]));
    }

    private static (Signed, Signed) HiddenByUrl(Random chance)
    {
        string hidden = $"AccountSid{Signed.Account}ApiVersion2010-04-01Bodygo home{WholeText()["send help".Length..]}";
        var form = Genuine.Sms(chance, ProviderKind.Twilio, "x" + hidden) with { Target = "/sms?a=b" };
        form = form.Sign();
        string signed = form.Text;
        int cut = signed.IndexOf("x" + hidden, StringComparison.Ordinal) + 1;
        string[] names = ["AccountSid", "ApiVersion", "Body", "From", "MessageSid", "NumMedia", "NumSegments", "SmsMessageSid", "SmsSid", "To", "ToZip"];
        var fields = new List<KeyValuePair<string, string>>();
        int from = cut + names[0].Length;
        for (int i = 0; i < names.Length; i++)
        {
            int at = i + 1 < names.Length ? signed.IndexOf(names[i + 1], from, StringComparison.Ordinal) : signed.Length;
            fields.Add(new(names[i], signed[from..at]));
            from = i + 1 < names.Length ? at + names[i + 1].Length : at;
        }

        return (form, Cut(form, fields, form.Target + signed[..cut]));
    }

    private static Signed Keyed(Random chance, string digits)
    {
        var form = Genuine.Call(chance, (ProviderKind)chance.Next(2));
        return (form with { Fields = [.. form.Fields.Where(pair => pair.Key != "Digits")] }).Plus("Digits", digits).Sign();
    }

    private static Signed Recorded(Random chance)
    {
        var form = Genuine.Recording(chance, (ProviderKind)chance.Next(2));
        return form.With("RecordingUrl", "https://media.example.org/Zone/" + form.Value("RecordingSid")).Sign();
    }

    private static Signed Failed(Random chance)
    {
        var form = Genuine.Delivery(chance, ProviderKind.Twilio);
        return (form.Value("ErrorCode") is null ? form.Plus("ErrorCode", "30005") : form).Sign();
    }

    private static Signed Pictured(Random chance)
    {
        while (true)
            if (Genuine.Sms(chance, ProviderKind.Twilio) is var form && form.Value("MediaUrl0") is not null)
                return form;
    }

    private static Signed Changed(Random chance, Signed form)
    {
        var pair = form.Fields[chance.Next(form.Fields.Count)];
        return form.With(pair.Key, pair.Value.Length > 0 && chance.Next(2) == 0 ? pair.Value[..^1] : pair.Value + "0");
    }

    private static Signed Removed(Random chance, Signed form) => form.Without(form.Fields[chance.Next(form.Fields.Count)].Key);

    private static Signed Retargeted(Random chance, Signed form) => form with
    {
        Target = chance.Next(5) switch
        {
            0 => form.Target + "/",
            1 => form.Target + "?x=1",
            2 => "/" + form.Target,
            3 => form.Target.ToUpperInvariant(),
            _ => Signed.Origin + form.Target,
        },
    };

    private static Signed Duplicated(Random chance, Signed form, bool same)
    {
        string[] known = ["AccountSid", "MessageSid", "CallSid", "From", "To", "Body", "Digits", "RecordingUrl"];
        var pair = form.Fields.Where(pair => known.Contains(pair.Key)).OrderBy(_ => chance.Next()).First();
        return form.Plus(pair.Key, same ? pair.Value : pair.Value + "1");
    }

    private static Signed Misnamed(Random chance, Signed form)
    {
        string name = form.Kind is WebhookKind.Sms or WebhookKind.Delivery ? "MessageSid" : "CallSid";
        string sid = form.Value(name)!;
        string wrong = chance.Next(6) switch
        {
            0 => sid[..^1],
            1 => sid + "0",
            2 => sid.ToUpperInvariant(),
            3 => "",
            4 => sid[..^1] + "g",
            _ => Genuine.Sid(chance, form.Provider == ProviderKind.Twilio ? ProviderKind.Somleng : ProviderKind.Twilio, "XX"),
        };
        form = form.With(name, wrong);
        return form.Value("SmsSid") is null ? form : form.With("SmsSid", wrong).With("SmsMessageSid", wrong);
    }

    private static Signed Swapped(Random chance, Signed form)
    {
        var others = Enum.GetValues<WebhookKind>().Where(kind => kind != form.Kind && (form.Kind, kind) is not (WebhookKind.Delivery, WebhookKind.Sms)).ToArray();
        var kind = others[chance.Next(others.Length)];
        return form with { Kind = kind };
    }

    private static Signed Damaged(Random chance, Signed form) => form with
    {
        Header = chance.Next(6) switch
        {
            0 => form.Header![..^1],
            1 => form.Header![..chance.Next(28)],
            2 => form.Header + "=",
            3 => form.Header!.ToLowerInvariant(),
            4 => " " + form.Header,
            _ => (form.Header![0] == 'A' ? 'B' : 'A') + form.Header[1..],
        },
    };

    private static Signed Recased(Random chance, Signed form)
    {
        string[] names = form.Kind switch
        {
            WebhookKind.Sms => ["MessageSid", "From", "To", "Body", "AccountSid"],
            WebhookKind.Call => ["CallSid", "From", "To", "CallStatus", "AccountSid"],
            WebhookKind.Recording => ["CallSid", "RecordingSid", "RecordingStatus", "AccountSid"],
            _ => ["MessageSid", "MessageStatus", "From", "To", "AccountSid"],
        };
        string name = names[chance.Next(names.Length)];
        string other = chance.Next(2) == 0 ? name.ToUpper(CultureInfo.InvariantCulture) : char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
        return form with { Fields = [.. form.Fields.Select(pair => pair.Key == name ? new(other, pair.Value) : pair)] };
    }
}

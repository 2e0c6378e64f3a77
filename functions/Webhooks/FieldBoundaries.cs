using System.Buffers;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// Finds field boundaries that were moved under a valid signature.
/// <para>
/// The signed text is URL, then name and value, name and value, with nothing between. Who holds one signed request can therefore cut it anew: stretch a
/// name by the head of its value (MessageSidSM=01…), cut a value and call its tail a field, let a value swallow the next field, move the end of the URL
/// into the first name or the first field into the URL. Worst, who wrote a text can hide whole fields in it (Body=hiFrom+855…) and have the real ones
/// swallowed by a field nobody reads.
/// </para>
/// <para>
/// Why only one reading survives: (1) the URL ends where AccountSid, ours, begins, and our targets never hold that word. (2) Every value we read but Body has
/// a shape of which neither a head nor a tail has the same shape. (3) Required fields are there once, so none was swallowed or stretched; a name we do not
/// know is letters only and does not begin with the name of a field that may be absent. (4) Behind a text that somebody else wrote comes its fence, a field that always
/// follows, with nothing between, so its end is where the fence begins. (5) Outside that text the name of every field we read occurs nowhere but as a field's name: what hides a real field
/// inside another is seen. A place-name may hold "To" or "From", so behind the field itself those two count only before something that could be a number or a sender.
/// </para>
/// </summary>
internal static class FieldBoundaries
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // Read by us and not always there: their absence says nothing, so no unknown name may begin with one.
    private static readonly byte[][] MayBeAbsent =
        Split("Digits DialCallStatus ErrorCode MediaUrl NumMedia RecordingDuration RecordingSid RecordingStatus RecordingUrl");

    private static readonly byte[][] Spoken = Split("SpeechResult StableSpeechResult UnstableSpeechResult TranscriptionText");

    private static readonly byte[][][] Anchors =
    [
        Split("AccountSid ApiVersion MessageSid NumMedia MediaUrl"),
        Split("AccountSid ApiVersion CallSid CallStatus Direction Digits DialCallStatus RecordingUrl RecordingSid RecordingDuration"),
        Split("AccountSid CallSid RecordingUrl RecordingSid RecordingDuration RecordingStatus"),
        Split("AccountSid ApiVersion MessageSid MessageStatus ErrorCode"),
    ];

    /// <summary>For a form without repeated names. <paramref name="known"/> says which of its fields are known.</summary>
    /// <returns>A word of <see cref="RefusalReason"/>, or null when there is only one way to read the form.</returns>
    public static string? Check(WebhookForm form, WebhookKind kind, ReadOnlySpan<bool> known)
    {
        for (int i = 0; i < form.Count; i++)
        {
            if (known[i])
                continue;
            var name = form.Name(i);
            if (IsAny(name, Spoken, whole: true))
                return RefusalReason.Speech;
            if (name.Length > 48 || name[0] is < (byte)'A' or > (byte)'Z' || name.ContainsAnyExcept(Letters) || IsAny(name, MayBeAbsent, whole: false))
                return RefusalReason.Name;
        }

        int body = form.Find("Body"u8);
        int callerName = form.Find("CallerName"u8);
        if (body >= 0 && !IsFencedBody(form, body))
            return RefusalReason.Boundary;
        if (callerName >= 0 && !(callerName + 1 < form.Count && form.Name(callerName + 1).SequenceEqual("CallerState"u8)))
            return RefusalReason.Boundary;

        int head = body < 0 ? 0 : form.Fields[body].ValueStart;
        int tail = body < 0 ? 0 : form.Fields[body].End;
        if (body >= 0 && Strays(form, known, "Body"u8, 0, head))
            return RefusalReason.Boundary;
        if (callerName >= 0 && Strays(form, known, "CallerState"u8, 0, form.Signed.Length))
            return RefusalReason.Boundary;
        foreach (byte[] anchor in Anchors[(int)kind])
            if (Strays(form, known, anchor, 0, head) || Strays(form, known, anchor, tail, form.Signed.Length))
                return RefusalReason.Boundary;
        return kind != WebhookKind.Recording && HidesParty(form, kind, known, tail) ? RefusalReason.Boundary : null;
    }

    // A request to the fallback URL carries ErrorCode and ErrorUrl, and they sort between Body and From.
    private static bool IsFencedBody(WebhookForm form, int body)
    {
        int next = body + 1;
        if (next + 1 < form.Count && form.Name(next).SequenceEqual("ErrorCode"u8) && form.Name(next + 1).SequenceEqual("ErrorUrl"u8))
            next += 2;
        return next < form.Count && form.Name(next).SequenceEqual("From"u8) && form.Value(body).IndexOf("ErrorUrlhttp"u8) < 0;
    }

    /// <summary>The anchor occurs in this stretch of the signed text and not as a field's name.</summary>
    private static bool Strays(WebhookForm form, ReadOnlySpan<bool> known, ReadOnlySpan<byte> anchor, int from, int to)
    {
        var text = form.Signed;
        for (int at = from, hit; (hit = text[at..to].IndexOf(anchor)) >= 0; at += hit + anchor.Length)
            if (!IsName(form, known, at + hit, anchor.Length))
                return true;
        return false;
    }

    private static bool HidesParty(WebhookForm form, WebhookKind kind, ReadOnlySpan<bool> known, int tail)
    {
        var text = form.Signed;
        int to = form.Find("To"u8);
        for (int at = to < 0 ? text.Length : form.Fields[to].ValueStart, hit; (hit = text[at..].IndexOf("To"u8)) >= 0; at += hit + 2)
            if (CouldBeNumber(text[(at + hit + 2)..]))
                return true;
        // Before the sender nothing else may be called so. Behind it a call has tokens of a thousand random letters, and a text a town of Frome.
        int from = form.Find("From"u8);
        int sender = from < 0 ? text.Length : form.Fields[from].ValueStart;
        int start = kind == WebhookKind.Call && form.Find("Direction"u8) is >= 0 and var direction ? form.Fields[direction].End : tail;
        if (Strays(form, known, "From"u8, Math.Min(start, sender), sender))
            return true;
        for (int at = sender, hit; (hit = text[at..].IndexOf("From"u8)) >= 0; at += hit + 4)
        {
            var rest = text[(at + hit + 4)..];
            bool party = kind == WebhookKind.Call ? CouldBeNumber(rest) : !rest.IsEmpty && rest[0] != 'e';
            if (party && !IsName(form, known, at + hit, 4))
                return true;
        }

        return false;
    }

    private static bool CouldBeNumber(ReadOnlySpan<byte> rest) =>
        !rest.IsEmpty && (rest[0] is (byte)'+' or (>= (byte)'0' and <= (byte)'9') || rest.StartsWith("sip"u8));

    private static bool IsName(WebhookForm form, ReadOnlySpan<bool> known, int at, int length)
    {
        var fields = form.Fields;
        int i = 0;
        while (fields[i].End <= at)
            i++;
        return at + length <= fields[i].ValueStart && (known[i] || at == fields[i].Start);
    }

    private static bool IsAny(ReadOnlySpan<byte> name, byte[][] others, bool whole)
    {
        foreach (byte[] other in others)
            if (whole ? name.SequenceEqual(other) : name.StartsWith(other))
                return true;
        return false;
    }

    private static byte[][] Split(string names) => [.. names.Split(' ').Select(Encoding.UTF8.GetBytes)];
}

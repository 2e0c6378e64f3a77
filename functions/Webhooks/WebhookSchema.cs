using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// Reads a signed form by what its kind must hold: every field we use is there once and in its shape, or the webhook is refused with 400.
/// The signature is the caller's to check first; alone it does not say where one field ends (<see cref="FieldBoundaries"/>).
/// </summary>
public static class WebhookSchema
{
    /// <param name="kind">Which door the webhook came to.</param>
    /// <param name="step">Our step number in the call, from the path; 0 for other kinds.</param>
    /// <param name="form">The body.</param>
    /// <param name="provider">Whose shapes to expect.</param>
    /// <param name="accountSid">Ours. Both providers always send it.</param>
    /// <param name="known">The names this kind may carry.</param>
    public static WebhookResult Read(
        WebhookKind kind, int step, WebhookForm form, ProviderKind provider, string accountSid, KnownParameters known)
    {
        if (form.Repeats)
            return Refuse(RefusalReason.Repeated);
        if (!RequiredFields.AreIn(form, kind, provider))
            return Refuse(RefusalReason.Missing);
        if (!IsOurs(form, accountSid))
            return Refuse(RefusalReason.Account);
        Span<bool> marks = stackalloc bool[WebhookForm.MostFields];
        known.Mark(kind, form, marks);
        if (FieldBoundaries.Check(form, kind, marks) is { } moved)
            return Refuse(moved);
        int version = form.Find("ApiVersion"u8);
        if (version >= 0 && !ClosedWords.IsVersion(form.Value(version)))
            return Refuse(RefusalReason.Version);
        return kind switch
        {
            WebhookKind.Sms => SmsReader.Read(form, provider),
            WebhookKind.Call => CallReader.Read(form, step, provider),
            WebhookKind.Recording => RecordingReader.Read(form, provider),
            _ => DeliveryReader.Read(form, provider),
        };
    }

    internal static Refused Refuse(string reason) => new(400, reason);

    // First of all names, so that the URL ends exactly where it should.
    private static bool IsOurs(WebhookForm form, string accountSid)
    {
        Span<byte> ours = stackalloc byte[64];
        return Encoding.UTF8.TryGetBytes(accountSid, ours, out int length) && length > 0
            && form.Name(0).SequenceEqual("AccountSid"u8) && form.Value(0).SequenceEqual(ours[..length]);
    }
}

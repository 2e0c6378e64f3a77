using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// The way from an HTTP request to a webhook we believe: POST, a form, at most 64 KiB, signed for our configured address, and readable in one way.
/// Host and X-Forwarded-* are anybody's to write and are never looked at.
/// </summary>
public static class WebhookDoor
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <returns><see cref="Accepted"/>, or <see cref="Refused"/> with 400, 403, 405, 413 or 415. Throws for no request.</returns>
    public static async ValueTask<WebhookResult> Read(HttpContext http, WebhookKind kind, int step, DoorSettings settings)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method))
            return new Refused(StatusCodes.Status405MethodNotAllowed, RefusalReason.Method);
        if (!IsForm(request.Headers.ContentType) || request.Headers.ContentEncoding.Count > 0)
            return new Refused(StatusCodes.Status415UnsupportedMediaType, RefusalReason.ContentType);
        if (request.ContentLength > WebhookBody.Longest)
            return new Refused(StatusCodes.Status413PayloadTooLarge, RefusalReason.Length);
        string target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        // The first field would have been moved into the URL.
        if (!target.StartsWith('/') || target.Contains("AccountSid", StringComparison.Ordinal))
            return new Refused(StatusCodes.Status403Forbidden, RefusalReason.Target);
        if (request.Headers["X-Twilio-Signature"] is not [{ } signature])
            return new Refused(StatusCodes.Status403Forbidden, RefusalReason.Unsigned);

        var (form, status) = await WebhookBody.Read(request.BodyReader, http.RequestAborted);
        if (form is null)
            return new Refused(status, status == StatusCodes.Status413PayloadTooLarge ? RefusalReason.Length : RefusalReason.Form);
        bool Signed() => WebhookSignature.IsValid(settings.PublicUrl, target, form.Signed, signature, settings.Tokens);
        return Signed() || (await settings.Reread() && Signed())
            ? WebhookSchema.Read(kind, step, form, settings.Kind, settings.AccountSid, settings.Known)
            : new Refused(StatusCodes.Status403Forbidden, RefusalReason.Signature);
    }

    /// <summary>Answers a refusal: its status and an empty body.</summary>
    public static void Answer(HttpContext http, Refused refused)
    {
        http.Response.StatusCode = refused.Status;
        http.Response.ContentLength = 0;
        if (refused.Status == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = HttpMethods.Post;
    }

    private static bool IsForm(Microsoft.Extensions.Primitives.StringValues types)
    {
        if (types is not [{ } type] || !type.StartsWith(FormType, StringComparison.OrdinalIgnoreCase))
            return false;
        if (type.Length == FormType.Length)
            return true;
        return MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}

using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Doors;

/// <summary>One door: verify → read → handle → answer. What breaks inside is logged by its type and answered in the caller's language, never passed on.</summary>
public sealed partial class Door(DoorSettings settings, ILogger<Door> log)
{
    public async Task Run(HttpContext http, WebhookKind kind, int step, Func<Received, CancellationToken, ValueTask<byte[]?>> handle, Func<Received, byte[]?> whenBroken)
    {
        var result = await WebhookDoor.Read(http, kind, step, settings);
        if (result is Refused refused)
        {
            RefusedRequest(log, kind, refused.Reason);
            WebhookDoor.Answer(http, refused);
            return;
        }

        var received = ((Accepted)result).Received;
        byte[]? reply;
        try
        {
            // The caller's provider may give up waiting; what it brought is stored all the same.
            reply = await handle(received, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Broken(log, kind, e.GetType().Name, Activity());
            reply = whenBroken(received);
            if (reply is null)
            {
                // Nobody is there to hear "try again"; 204 would say that it was kept.
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
        }

        await Answer(http, reply);
    }

    private static async ValueTask Answer(HttpContext http, byte[]? reply)
    {
        if (reply is null)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = reply.Length;
        await http.Response.Body.WriteAsync(reply);
    }

    private static string Activity() => Guid.NewGuid().ToString("N")[..8];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: refused, {Reason}")]
    private static partial void RefusedRequest(ILogger log, WebhookKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind}: {Error}; the caller was asked to try again ({Trouble})")]
    private static partial void Broken(ILogger log, WebhookKind kind, string error, string trouble);
}

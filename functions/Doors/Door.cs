using System.Diagnostics;
using Hotline.Functions.Keys;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Doors;

/// <summary>One door: verify → read → handle → answer. What breaks inside is logged by its type and answered in the caller's language, never passed on.</summary>
public sealed partial class Door(DoorSettings settings, Pseudonyms pseudonyms, ILogger<Door> log)
{
    /// <summary>Twilio waits 15 seconds and then reads out an error in English; what is under way is stored all the same, and its retry is told.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(12);

    public async Task Run(HttpContext http, WebhookKind kind, int step, Func<Received, CancellationToken, ValueTask<byte[]?>> handle, Func<Received, byte[]?> whenBroken)
    {
        var watched = WatchedTurn.Begin();
        var result = await WebhookDoor.Read(http, kind, step, settings);
        if (result is Refused refused)
        {
            RefusedRequest(log, kind, refused.Reason);
            Trouble.Refused(kind, refused.Reason);
            WebhookDoor.Answer(http, refused);
            return;
        }

        watched?.Done(TurnStep.Verify);
        var received = ((Accepted)result).Received;
        byte[]? reply;
        var started = Stopwatch.GetTimestamp();
        try
        {
            // The caller's provider may give up waiting; what it brought is stored all the same.
            reply = await handle(received, CancellationToken.None).AsTask().WaitAsync(Patience);
            if (log.IsEnabled(LogLevel.Information))
            {
                var (turn, what, milliseconds) = (TurnId(received), reply is null ? "noted" : "answered", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Answered(log, kind, turn, what, milliseconds);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var (turn, error, milliseconds) = (TurnId(received), e.GetType().Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Broken(log, kind, turn, error, milliseconds);
            Trouble.Broke(kind, e);
            reply = whenBroken(received);
            if (reply is null)
            {
                // Nobody is there to hear "try again"; 204 would say that it was kept.
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
        }

        await Answer(http, reply);
        watched?.End();
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

    /// <summary>The same for every copy of a webhook, and not the name that its rows have: a log has seconds, the rows only days.</summary>
    private string TurnId(Received received) => pseudonyms.OfTurn("log:" + received.Id)[..8];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: refused, {Reason}")]
    private static partial void RefusedRequest(ILogger log, WebhookKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Turn}: {What} in {Milliseconds:F1} ms")]
    private static partial void Answered(ILogger log, WebhookKind kind, string turn, string what, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Turn}: {Error} after {Milliseconds:F1} ms; the caller was asked to try again")]
    private static partial void Broken(ILogger log, WebhookKind kind, string turn, string error, double milliseconds);
}

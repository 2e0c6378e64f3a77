using Hotline.Functions.Providers;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Telemetry;

/// <summary>What went wrong, told at once and on every line: whoever looks after the hotline has to know. Never of whom.</summary>
internal static class Trouble
{
    public static void Refused(WebhookKind kind, string reason) => Measures.Refused.Add(1, Labels.Door.Of(Name(kind)), Labels.Reason.Of(reason));

    public static void Broke(WebhookKind kind, Exception e) => Measures.Broken.Add(1, Labels.Door.Of(Name(kind)), Labels.Error.Of(Word(e)));

    public static void SweepBroke(Exception e) => Measures.Broken.Add(1, Labels.Door.Of("sweep"), Labels.Error.Of(Word(e)));

    /// <summary>What is one person's matter, a number that is gone or has opted out, is nobody else's.</summary>
    public static void OfProvider(string task, Failure? failure)
    {
        // A text cannot be emptied until it is final: that is asked again and again, and no trouble.
        if (failure is Failure.TryLater && task is ("empty a text" or "delete a text"))
            return;
        if (Word(failure) is { } word)
            Measures.ProviderFailures.Add(1, Labels.Task.Of(task), Labels.Failure.Of(word));
    }

    private static string Name(WebhookKind kind) => kind switch { WebhookKind.Sms => "sms", WebhookKind.Call => "call", WebhookKind.Recording => "recording", _ => "delivery" };

    private static string Word(Exception e) => e switch
    {
        StoreUnavailable => "store",
        TurnTooBusy => "busy",
        TimeoutException => "slow",
        DamagedRow => "damaged",
        _ => Label.Other,
    };

    private static string? Word(Failure? failure) => failure switch
    {
        Failure.TryLater => "try-later",
        Failure.Unknown => "unknown",
        Failure.RefusedForGood refused => refused.Kind switch
        {
            RefusalKind.NotAllowedThere => "not-allowed-there",
            RefusalKind.Filtered => "filtered",
            RefusalKind.OurNumber => "our-number",
            RefusalKind.OurAccount => "our-account",
            RefusalKind.OurRequest => "our-request",
            RefusalKind.MediaHost => "media-host",
            RefusalKind.NoRecording => "no-recording",
            RefusalKind.NotOffered => "not-offered",
            _ => null,
        },
        _ => null,
    };
}

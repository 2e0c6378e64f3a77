using System.Diagnostics;
using Hotline.Flows.Engine;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Telemetry;

/// <summary>
/// How long each step of the turn under way took. A turn is seen only once somebody has said on which line it is (<see cref="On"/>), and nobody says so on
/// the check-in line: there one turn is one client, at that second.
/// </summary>
internal sealed class WatchedTurn : ISeen
{
    private static readonly AsyncLocal<WatchedTurn?> Ambient = new();
    private static readonly string[] Steps = ["verify", "wait", "load", "step", "commit", "land"];

    private readonly TimeSpan[] spent = new TimeSpan[Steps.Length];
    private long last = Stopwatch.GetTimestamp();
    private string? caller;
    private string line = Label.Other;
    private string channel = Label.Other;
    private string? result;
    private int conflicts;
    private int requests;
    private SaidAndEnded? said;

    /// <summary>Null while nobody listens, or outside a turn.</summary>
    public static WatchedTurn? Current => Measures.OfTurns ? Ambient.Value : null;

    /// <summary>For this request and all that it calls.</summary>
    public static WatchedTurn? Begin() => Measures.OfTurns ? Ambient.Value = new WatchedTurn() : null;

    /// <summary>For a store that pays by the request.</summary>
    public static void StoreWasAsked()
    {
        if (Current is { } turn)
            Interlocked.Increment(ref turn.requests);
    }

    public void Hears(TurnRequest request)
    {
        if (!request.CheckIn)
            On("public", request.Circumstances.Channel, request.Caller.Value);
        Done(TurnStep.Wait);
    }

    public void On(string line, Channel channel, string caller) => (this.line, this.channel, this.caller) = (line, channel == Channel.Text ? "text" : "voice", caller);

    public void Done(TurnStep step)
    {
        var now = Stopwatch.GetTimestamp();
        spent[(int)step] += Stopwatch.GetElapsedTime(last, now);
        last = now;
    }

    /// <summary>The commit was in vain.</summary>
    public void Conflict()
    {
        Done(TurnStep.Commit);
        conflicts++;
    }

    public void Stored(Turn turn)
    {
        Done(TurnStep.Land);
        (result, said) = ("answered", SaidAndEnded.By(turn));
    }

    /// <summary>The same request came before, and hears the same.</summary>
    public void Repeated() => result = "repeated";

    /// <summary>A call that is refused unheard: one step.</summary>
    public void Refused(string line, string caller)
    {
        Done(TurnStep.Commit);
        On(line, Channel.Voice, caller);
        result = "answered";
    }

    /// <summary>Into the pool, if it was seen and stored.</summary>
    public void End()
    {
        Ambient.Value = null;
        if (caller is not null && result is not null)
            TurnPool.Add(caller, this);
    }

    public void LetOut()
    {
        var (onLine, byChannel) = (Labels.Line.Of(line), Labels.Channel.Of(channel));
        var whole = TimeSpan.Zero;
        for (var i = 0; i < Steps.Length; i++)
        {
            whole += spent[i];
            Measures.Duration.Record(spent[i].TotalSeconds, onLine, byChannel, Labels.Step.Of(Steps[i]));
        }

        Measures.Duration.Record(whole.TotalSeconds, onLine, byChannel, Labels.Step.Of("whole"));
        if (requests > 0)
            Measures.Requests.Record(requests, onLine, byChannel);
        if (conflicts > 0)
            Measures.Conflicts.Add(conflicts, onLine, byChannel);
        said?.LetOut();
        if (Measures.Spans.HasListeners())
            Span(whole, [onLine, byChannel, Labels.Result.Of(result)]);
    }

    /// <summary>A trace of its own, as of now: never the child of what an incoming header says, and without the moment at which somebody wrote.</summary>
    private void Span(TimeSpan whole, KeyValuePair<string, object?>[] labels)
    {
        var around = Activity.Current;
        Activity.Current = null;
        var at = DateTimeOffset.UtcNow;
        if (Measures.Spans.StartActivity("turn", ActivityKind.Server, default(ActivityContext), labels, startTime: at) is { } root)
        {
            for (var i = 0; i < Steps.Length; i++)
            {
                using var step = Measures.Spans.StartActivity(Steps[i], ActivityKind.Internal, root.Context, startTime: at);
                at += spent[i];
                step?.SetEndTime(at.UtcDateTime);
            }

            root.SetEndTime(root.StartTimeUtc + whole);
            root.Stop();
        }

        Activity.Current = around;
    }
}

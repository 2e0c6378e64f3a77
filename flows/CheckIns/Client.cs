using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>What is known about whoever uses the check-in line. Never the number.</summary>
public sealed record Client
{
    public const int MostTries = 3;

    /// <summary>Guessing costs a month for three words; a client who mistypes now and then is not locked for it.</summary>
    private const int DaysATryCounts = 30;

    /// <summary>On the check-in line, and not enrolled, or with the number withheld.</summary>
    public static readonly Client Nobody = new() { Id = "" };

    /// <summary>A short name that was drawn, not made from the number.</summary>
    public required string Id { get; init; }

    public Enrolment? Enrolment { get; init; }

    public Standing Standing { get; init; }

    public ClosingReason? Closed { get; init; }

    /// <summary>Inputs in a row without the safe word.</summary>
    public int Tries { get; init; }

    public DateOnly? TriedOn { get; init; }

    /// <summary>Voice check-ins answered to the end: the next one asks the next criterion.</summary>
    public int Answered { get; init; }

    /// <summary>The next contact, when a caseworker moved it.</summary>
    public DateOnly? MovedTo { get; init; }

    /// <summary>Contacts planned up to this moment are over: made, dropped, moved, or older than the enrolment. Null in rows of an earlier version.</summary>
    public DateTimeOffset? DoneUpTo { get; init; }

    /// <summary>The contact under way, or the last one. Null before the first.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Contacts in a row without the safe word.</summary>
    public int Missed { get; init; }

    /// <summary>Calls in a row that somebody took without the code.</summary>
    public int Strangers { get; init; }

    /// <summary>Waits for a caseworker; null when somebody took it.</summary>
    public Raised? Raised { get; init; }

    /// <summary>The day of the last resuming.</summary>
    public DateOnly? ResumedOn { get; init; }

    /// <summary>Opt-outs older than this day are taken back, by consent or by resuming.</summary>
    public DateOnly? StopsSince => ResumedOn > Enrolment?.ConsentOn ? ResumedOn : Enrolment?.ConsentOn;

    public int Criterion => (Answered % 7) + 1;

    /// <summary>Tries that still count on that day.</summary>
    public int TriesOn(DateOnly day) => TriedOn is { } tried && day.DayNumber - tried.DayNumber <= DaysATryCounts ? Tries : 0;

    /// <summary>The client after a turn; the same object when nothing changed.</summary>
    public Client After(IReadOnlyList<Effect> effects, DateOnly day)
    {
        var client = this;
        for (var i = 0; i < effects.Count; i++)
            client = effects[i] switch
            {
                Effect.WordHeard { Kind: WordKind.Safe } => client.Recognised(),
                Effect.WordHeard { Kind: WordKind.Wrong or WordKind.Duress or WordKind.Help } when client.Standing != Standing.Locked =>
                    client with { Tries = Math.Min(client.TriesOn(day) + 1, MostTries), TriedOn = day, Contact = client.Contact?.Interrupted() },
                Effect.PauseClient { Why: PauseReason.NoWord } when client.Standing is Standing.Active or Standing.Paused => client with { Standing = Standing.Locked, Contact = client.Contact?.Halted() },
                Effect.PauseClient { Why: PauseReason.Stopped } when client.Standing is Standing.Active or Standing.Paused => client with { Standing = Standing.Stopped, Contact = client.Contact?.Halted() },
                Effect.CheckInDone { Result: { Finished: true, Channel: Channel.Voice } } => client with { Answered = client.Answered + 1 },
                _ => client,
            };
        return client;
    }

    /// <summary>The safe word answers the contact under way, and one that was given up; only a stop stays raised.</summary>
    private Client Recognised()
    {
        var answered = Contact?.Answered();
        var raised = Raised is { Reason: RaiseReason.Stopped } ? Raised : null;
        return Tries == 0 && Missed == 0 && Strangers == 0 && ReferenceEquals(answered, Contact) && ReferenceEquals(raised, Raised)
            ? this
            : this with { Tries = 0, TriedOn = null, Missed = 0, Strangers = 0, Contact = answered, Raised = raised };
    }

    /// <summary>Never its words.</summary>
    public override string ToString() => nameof(Client);
}

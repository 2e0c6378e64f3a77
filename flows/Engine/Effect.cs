using Hotline.Flows.CheckIns;

namespace Hotline.Flows.Engine;

/// <summary>Something to be done outside, as a plain record: storable, printable, comparable.</summary>
public abstract record Effect
{
    /// <summary>A person in danger now: duty officers are to be told. Carries no words, so that erasing leaves it standing.</summary>
    public sealed record RaiseAlert(string Id, string Reason, Channel Channel, string? Country, string? Province) : Effect;

    public sealed record FileReport(Report Report) : Effect;

    /// <summary>A change to a report filed before. The receipt is here in memory only; rows carry its keyed hash.</summary>
    public sealed record AmendReport(string Receipt, Amendment Amendment) : Effect;

    /// <summary>The caller agreed to be contacted on the number they write or call from.</summary>
    public sealed record KeepContact : Effect;

    public sealed record ForgetContact : Effect;

    public sealed record OptOut : Effect;

    /// <summary>A person on duty has seen the alert of this id.</summary>
    public sealed record AcknowledgeAlert(string Id) : Effect;

    /// <summary>The caller said that the number they write from may be rung, and a person is to do it.</summary>
    public sealed record RequestCall(string Id, string? Language) : Effect;

    /// <summary>A question that the bank has no answer to, for its editor: without digits and without the caller.</summary>
    public sealed record KeepQuestion(string Id, string Text, string? Language) : Effect;

    /// <summary>An unfiled recording was erased: the carrier's copy has to go too.</summary>
    public sealed record DiscardRecording(string Address) : Effect;

    public sealed record WakeAt(string Session, DateTimeOffset When) : Effect;

    /// <summary>On the check-in line, where the safe word is waited for. Wrong and duress have to be told apart by nothing but this.</summary>
    public sealed record WordHeard(WordKind Kind) : Effect;

    /// <summary>This client is written to no more until a caseworker says so, and the caseworker is told.</summary>
    public sealed record PauseClient(PauseReason Why) : Effect;

    /// <param name="What">talk, call, help, not-safe, duress.</param>
    public sealed record TellCaseworker(string What) : Effect;

    public sealed record CheckInDone(CheckInResult Result) : Effect;

    /// <summary>The caller wants tips on the number they write or call from; said again, it changes what for.</summary>
    /// <param name="Interest">One of Hotline.Localization.Tips.TipInterest, or null: not told.</param>
    /// <param name="Province">NCDD code, or null.</param>
    public sealed record JoinTips(string? Interest, string? Province, string? Language) : Effect;

    public sealed record LeaveTips : Effect;

    public sealed record EndConversation(Outcome Outcome) : Effect;
}

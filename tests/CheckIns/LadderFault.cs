using Hotline.Flows.CheckIns;

namespace Hotline.Tests.CheckIns;

/// <summary>A fault between the worker and the ladder, for each promise: the client is seen wrongly, or what is said about it is done wrongly.</summary>
internal sealed record LadderFault(string Promise, Func<Client, Client> Sees, Func<ContactStep, ContactStep> Does)
{
    public static readonly IReadOnlyList<LadderFault> All =
    [
        Seen("hours", client => client with { Enrolment = client.Enrolment! with { From = TimeOnly.MinValue, To = new TimeOnly(23, 59) } }),
        Seen("channel", client => client with { Enrolment = client.Enrolment! with { Channel = Reach.Both } }),
        Seen("tries", client => client with { Enrolment = client.Enrolment! with { Tries = Enrolment.MostTries } }),
        Seen("standing", client => client with { Standing = client.Standing == Standing.Closed ? client.Standing : Standing.Active }),
        Seen("after the word", client => client.Contact is { Outcome: ContactOutcome.Answered or ContactOutcome.OtherWord } over ? client with { Contact = over with { Outcome = null } } : client),
        Seen("gap", client => Tries(client, made => made with { At = made.At.AddMinutes(-25) })),
        Seen("same window", client => Tries(client, made => made.End is TryEnd.Unknown or TryEnd.Going ? made with { End = TryEnd.Sent } : made)),
        Seen("refused", client => Tries(client, made => made.End == TryEnd.Refused ? made with { End = TryEnd.NotSent } : made)),
        Seen("two at once", client => client with { Enrolment = client.Enrolment! with { Cadence = new([], new(12, true)) } }),
        Done("owed", step => step is ContactStep.Reach { Client: { ResumedOn: not null, Contact: { } contact } } ? step with { Client = step.Client with { Contact = contact with { Planned = contact.Planned.AddDays(-60) } } } : step),
        Done("raised", step => step is ContactStep.Raise { Rung: Rung.Caseworker } ? new ContactStep.Nothing(step.Client, step.LookAgainAt) : step),
        Done("escalated", step => step is ContactStep.Raise { Rung: Rung.Supervisor } ? new ContactStep.Nothing(step.Client, step.LookAgainAt) : step),
        Done("in time", step => step is ContactStep.Nothing { Client.Contact.UnderWay: true } ? step with { LookAgainAt = step.LookAgainAt?.AddDays(9) } : step),
        Done("silent", step => step is ContactStep.Nothing ? step with { LookAgainAt = null } : step),
    ];

    /// <summary>The client as stored keeps what was agreed.</summary>
    public ContactStep Next(Client client, DateTimeOffset now)
    {
        var step = Does(ContactLadder.Next(Sees(client), now));
        return step with { Client = step.Client with { Enrolment = client.Enrolment } };
    }

    public DateTimeOffset? When(Client client, DateTimeOffset now) => ContactLadder.When(Sees(client), now);

    public override string ToString() => Promise;

    private static LadderFault Seen(string promise, Func<Client, Client> sees) => new(promise, sees, step => step);

    private static LadderFault Done(string promise, Func<ContactStep, ContactStep> does) => new(promise, client => client, does);

    private static Client Tries(Client client, Func<ContactTry, ContactTry> change) =>
        client.Contact is { } contact ? client with { Contact = contact with { Tries = [.. contact.Tries.Select(change)] } } : client;
}

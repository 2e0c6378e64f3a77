namespace Hotline.Flows.CheckIns;

/// <summary>One planned contact: under way until it has an outcome, and kept until the next one begins. Times are whole seconds.</summary>
/// <param name="Planned">The beginning of the safe hours for which it was planned.</param>
/// <param name="Began">When it was taken up: after an outage later than planned.</param>
public sealed record Contact(DateTimeOffset Planned, DateTimeOffset Began)
{
    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<ContactTry> Tries { get; init; } = [];

    public ContactOutcome? Outcome { get; init; }

    public bool UnderWay => Outcome is null;

    /// <summary>Tries of which the person may have noticed something.</summary>
    public int Counted => Tries.Count(one => one.Counts);

    public ContactTry? LastCounted => Tries.LastOrDefault(one => one.Counts);

    /// <summary>Who is asked next, or was asked last.</summary>
    public Rung Rung => Outcome is ContactOutcome.Missed or ContactOutcome.Unsent or ContactOutcome.Unreachable or ContactOutcome.SomeoneElse ? Rung.Caseworker : Ladder.RungOf(Counted);

    public Contact Answered() => Outcome == ContactOutcome.Answered ? this : this with { Outcome = ContactOutcome.Answered };

    /// <summary>Somebody else may hold the phone: nothing more goes out. The page that the word leaves is all that a caseworker needs.</summary>
    public Contact Interrupted() => UnderWay ? this with { Outcome = ContactOutcome.OtherWord } : this;

    public Contact Halted() => UnderWay ? this with { Outcome = ContactOutcome.Halted } : this;
}

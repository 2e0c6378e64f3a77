using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>What one check-in brought, typed, so that a caseworker can follow a year. Kept sealed under the client's name.</summary>
/// <param name="Client">The client's short name.</param>
/// <param name="Day">In Phnom Penh.</param>
/// <param name="Finished">False when the caller hung up or fell silent before the end.</param>
public sealed record CheckInResult(string Client, DateOnly Day, Channel Channel, bool Finished)
{
    /// <summary>fine, talk, not-now, call, told; by voice only "call" when a person was asked for.</summary>
    public string? Said { get; init; }

    /// <summary>1 very bad to 5 very well.</summary>
    public int? How { get; init; }

    public bool? SafeWhereSleeping { get; init; }

    /// <summary>1 to 7 (the seven criteria of reintegration, Asia Foundation 2005), and yes, no or talk.</summary>
    public int? Criterion { get; init; }

    public string? CriterionAnswer { get; init; }

    public MoneyBand? Income { get; init; }

    public MoneyBand? Costs { get; init; }

    public MoneyBand? Debt { get; init; }

    /// <summary>The address of the answer to the open question; a secret.</summary>
    public string? Recording { get; init; }

    /// <summary>A text that was more than one of the agreed answers.</summary>
    public string? Words { get; init; }

    public decimal? Net => MoneyBand.Net(Income, Costs);

    /// <summary>Never what was said.</summary>
    public override string ToString() => nameof(CheckInResult);

    /// <summary>From the slots of a check-in under way; null when nothing was answered.</summary>
    public static CheckInResult? Of(Session session, DateTimeOffset now, bool finished)
    {
        var slots = session.Slots;
        var result = new CheckInResult(slots[CheckInSlot.Client] ?? "", CheckInPlan.Today(now), session.Channel, finished)
        {
            Said = slots[CheckInSlot.Said],
            How = slots[CheckInSlot.How] is [>= '1' and <= '5' and var how] ? how - '0' : null,
            SafeWhereSleeping = slots[CheckInSlot.Sleep] switch { "yes" => true, "no" => false, _ => null },
            Criterion = slots[CheckInSlot.Answer] is not null && slots[CheckInSlot.Criterion] is [>= '1' and <= '7' and var criterion] ? criterion - '0' : null,
            CriterionAnswer = slots[CheckInSlot.Answer],
            Income = MoneyBand.Parse(slots[CheckInSlot.Income]),
            Costs = MoneyBand.Parse(slots[CheckInSlot.Costs]),
            Debt = MoneyBand.Parse(slots[CheckInSlot.Debt]),
            Recording = slots[CheckInSlot.Recording],
        };
        return finished || result != new CheckInResult(result.Client, result.Day, result.Channel, finished) ? result : null;
    }
}

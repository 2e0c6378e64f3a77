namespace Hotline.Flows.CheckIns;

public enum CheckInFlagKind { NetAtOrBelowZeroTwice, SafetyDropped, NotSafe, MoodDropped, DebtGrew }

/// <param name="Day">Of the check-in that raised it.</param>
public sealed record CheckInFlag(CheckInFlagKind Kind, DateOnly Day);

/// <summary>What a caseworker should look at, from the results of one client over time.</summary>
public static class CheckInFlags
{
    /// <summary>So many steps of the five at once.</summary>
    private const int MoodDrop = 2;

    /// <param name="results">In the order in which they came; what was not told is passed over, not taken for an answer.</param>
    public static IReadOnlyList<CheckInFlag> Of(IReadOnlyList<CheckInResult> results)
    {
        List<CheckInFlag> flags = [];
        decimal? net = null;
        bool? safe = null;
        int? how = null;
        MoneyBand? debt = null;
        foreach (var result in results)
        {
            void Raise(bool when, CheckInFlagKind kind)
            {
                if (when)
                    flags.Add(new CheckInFlag(kind, result.Day));
            }

            Raise(net <= 0 && result.Net <= 0, CheckInFlagKind.NetAtOrBelowZeroTwice);
            Raise(safe == true && result.SafeWhereSleeping == false, CheckInFlagKind.SafetyDropped);
            Raise(safe != true && result.SafeWhereSleeping == false, CheckInFlagKind.NotSafe);
            Raise(how - result.How >= MoodDrop, CheckInFlagKind.MoodDropped);
            Raise(debt is not null && result.Debt?.Currency == debt.Currency && result.Debt.Low > debt.Low, CheckInFlagKind.DebtGrew);
            (net, safe, how, debt) = (result.Net ?? net, result.SafeWhereSleeping ?? safe, result.How ?? how, result.Debt ?? debt);
        }

        return flags;
    }
}

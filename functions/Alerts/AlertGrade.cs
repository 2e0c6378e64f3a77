using Hotline.Functions.CheckIns;
using Hotline.Functions.Returning;

namespace Hotline.Functions.Alerts;

/// <summary>How soon somebody has to look.</summary>
public enum AlertGrade
{
    /// <summary>Somebody may be in danger: at any hour, by text and by call.</summary>
    Now,

    /// <summary>By text, when the desk is open.</summary>
    Soon,
}

/// <summary>What is told how soon. What nobody listed here is told now: late is worse than loud.</summary>
public static class AlertGrades
{
    /// <summary>A call that was promised.</summary>
    public const string Call = "call";

    private static readonly string[] Later = ["talk", Call, "stopped", "missed", "unsent", "unreachable", "someone-else-answers", GuessingWatch.Reason];

    /// <param name="what">A page's, or the reason of an alert.</param>
    public static AlertGrade Of(string what) => Later.Contains(ForSupervisor(what) ? what[..^RaisedPage.ToSupervisor.Length] : what, StringComparer.Ordinal) ? AlertGrade.Soon : AlertGrade.Now;

    /// <summary>Nobody took it up the first time.</summary>
    public static bool ForSupervisor(string what) => what.EndsWith(RaisedPage.ToSupervisor, StringComparison.Ordinal);
}

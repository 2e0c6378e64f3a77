using Hotline.Flows.CheckIns;

namespace Hotline.Functions.CheckIns;

/// <summary>How a page says what the ladder raised.</summary>
internal static class RaisedPage
{
    /// <summary>After it: nobody took it up, so the supervisor is told.</summary>
    public const string ToSupervisor = "+";

    public static string What(ContactStep.Raise raise) => raise.Reason.Name() + (raise.Rung == Rung.Supervisor ? ToSupervisor : "");
}

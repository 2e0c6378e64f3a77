using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Setup;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Telemetry;

/// <summary>A text or a call of our own accord: a tip, a late answer, a ring-back. Those to clients and those to staff, which may be about a client, are not counted.</summary>
internal sealed class SentOut(string what, int segments) : ISeen
{
    /// <param name="text">Null: a call.</param>
    public static void Count(Settings settings, string from, string to, string? text)
    {
        if (Measures.OfTurns && !new CheckInLine(settings.CheckInNumber).Is(from) && !IsStaff(settings, to))
            TurnPool.Add(to, new SentOut(text is null ? "call" : "text", text is null ? 0 : SmsSegments.Measure(text).Segments));
    }

    public void LetOut()
    {
        Measures.Sent.Add(1, Labels.What.Of(what));
        if (segments == 0)
            return;
        Measures.Segments.Add(segments, Labels.What.Of(what));
        Measures.Cost.Add(segments * Price.OfSegment, Labels.What.Of(what));
    }

    private static bool IsStaff(Settings settings, string number) =>
        settings.StaffNumbers.Contains(number) || settings.Outreach.SupervisorNumbers.Contains(number) || settings.Outreach.Caseworkers.Values.Contains(number);
}

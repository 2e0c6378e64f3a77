using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Simulator;

/// <summary>What the page asks every second or two. As somebody is looking, what is due does not wait for the next sweep.</summary>
internal sealed class InboxViews(PhoneInbox inbox, SimulatedCalls calls, PhoneViews seen, Lines lines, Settings settings, Nudge nudge, TimeProvider clock)
{
    private static readonly TimeSpan BetweenNudges = TimeSpan.FromSeconds(3);

    private long nudged;

    public InboxAnswer After(long since)
    {
        Hurry();
        var (last, texts) = inbox.After(since);
        return new InboxAnswer(
            last,
            settings.StaffNumbers.Count > 0 ? settings.StaffNumbers[0] : null,
            [.. texts.Select(text => new ArrivedText(text.To, Line(text.From), seen.Message(text.Body)))],
            [.. calls.Ringing.Select(call => new RingingPhone(call.Sid, call.Person, Line(call.Line)))]);
    }

    private void Hurry()
    {
        if (nudged != 0 && clock.GetElapsedTime(nudged) < BetweenNudges)
            return;
        nudged = clock.GetTimestamp();
        nudge.Give();
    }

    private string Line(string ours) => Lines.Same(lines.CheckIn, ours) ? "check-in" : Lines.Same(lines.MissedCall, ours) ? "missed-call" : "public";
}

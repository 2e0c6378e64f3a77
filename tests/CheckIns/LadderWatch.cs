using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Tests.CheckIns;

/// <summary>What must never happen to one client, judged from outside: by its own clock and memory, not by the ladder's.</summary>
internal sealed class LadderWatch(Enrolment enrolment)
{
    private readonly List<(DateTimeOffset Planned, DateTimeOffset At, Channel By, TryEnd End)> tries = [];
    private DateTimeOffset? open;
    private DateTimeOffset? over;
    private DateTimeOffset resumed;
    private bool mustRaise;
    private int missed;

    /// <summary>The promise that was broken → how often.</summary>
    public Dictionary<string, int> Broken { get; } = new(StringComparer.Ordinal);

    public int Reaches { get; private set; }

    public int Raises { get; private set; }

    public int Supervisors { get; private set; }

    /// <summary>By what was done, not by what the row says.</summary>
    public bool MayWrite { get; set; } = true;

    public void Reached(ContactStep.Reach reach, DateTimeOffset now)
    {
        Reaches++;
        var (there, window) = Window(now);
        Must("hours", window is { } hours && there >= hours.From && there < hours.To - TimeSpan.FromSeconds(599) && reach.Until.UtcDateTime == hours.To - TimeSpan.FromHours(7));
        Must("standing", MayWrite);
        var planned = reach.Client.Contact!.Planned;
        Must("owed", planned > resumed);
        Must("after the word", over != planned);
        Must("channel", reach.Channel == Channel.Text ? enrolment.ByText : enrolment.ByVoice);
        Must("refused", !tries.Any(made => made.Planned == planned && made.By == reach.Channel && made.End == TryEnd.Refused));
        var noticed = tries.Where(made => made.End is not (TryEnd.NotSent or TryEnd.Refused or TryEnd.OptedOut)).ToList();
        Must("tries", noticed.Count(made => made.Planned == planned) < enrolment.Tries);
        Must("gap", noticed.All(made => now - made.At >= TimeSpan.FromMinutes(45) - TimeSpan.FromSeconds(1)));
        Must("same window", !noticed.Any(made => made.Planned == planned && made.End is TryEnd.Unknown or TryEnd.Going && Window(made.At).There.Date == there.Date));
        tries.Add((planned, reach.At, reach.Channel, TryEnd.Going));
    }

    public void Ended(DateTimeOffset at, Channel by, TryEnd end)
    {
        var i = tries.FindLastIndex(made => made.At == at && made.By == by);
        if (i >= 0)
            tries[i] = tries[i] with { End = end };
    }

    public void Raised(ContactStep.Raise raise, DateTimeOffset now)
    {
        Raises++;
        (mustRaise, missed) = (false, raise.Client.Missed);
        if (raise.Rung == Rung.Supervisor)
            (open, Supervisors) = (null, Supervisors + 1);
        else
            open ??= now;
    }

    /// <summary>A page was taken, or there is no more need of it.</summary>
    public void Settled() => (open, mustRaise) = (null, false);

    public void Word(Client client, bool safe)
    {
        over = client.Contact?.Planned;
        if (safe && client.Raised is null)
            Settled();
    }

    /// <summary>After a worker did all that was to be done.</summary>
    public void Rested(Client client, DateTimeOffset now, DateTimeOffset? lookAgain)
    {
        mustRaise |= client.Missed > missed;
        Must("raised", !mustRaise);
        missed = client.Missed;
        Must("escalated", open is not { } since || now < since.AddHours(24));
        if (MayWrite)
            Must("silent", lookAgain is { } next && next > now && next < now.AddDays(200));
        if (MayWrite && client.Contact is { UnderWay: true } contact)
        {
            var by = Bound(contact.Began);
            Must("in time", now < by && lookAgain <= by);
            var following = CheckInPlan.Upcoming(client);
            Must("two at once", following is null || (now < following && lookAgain <= following));
        }

        if (open is { } waits)
            Must("escalated", lookAgain <= waits.AddHours(24));
    }

    public void Changed(Client client) => missed = client.Missed;

    /// <summary>A caseworker's; a contact moved to the same day again is another one.</summary>
    public void Deed(Client client)
    {
        Settled();
        (missed, over) = (client.Missed, null);
    }

    /// <summary>Nothing that was planned until then is owed.</summary>
    public void Resumed(DateTimeOffset now) => (MayWrite, resumed) = (true, now);

    /// <summary>As many safe hours as tries are agreed, from the beginning on; ten minutes have to be left of each.</summary>
    private DateTimeOffset Bound(DateTimeOffset began)
    {
        var left = enrolment.Tries;
        for (var day = began.UtcDateTime.AddHours(7).Date; ; day = day.AddDays(1))
            if (enrolment.Weekdays.Contains(day.DayOfWeek) && day + enrolment.To.ToTimeSpan() - TimeSpan.FromMinutes(10) >= began.UtcDateTime.AddHours(7) && --left == 0)
                return new DateTimeOffset(day + enrolment.To.ToTimeSpan() - TimeSpan.FromHours(7), TimeSpan.Zero);
    }

    private (DateTime There, (DateTime From, DateTime To)? Hours) Window(DateTimeOffset now)
    {
        var there = now.UtcDateTime.AddHours(7);
        return (there, enrolment.Weekdays.Contains(there.DayOfWeek) ? (there.Date + enrolment.From.ToTimeSpan(), there.Date + enrolment.To.ToTimeSpan()) : null);
    }

    private void Must(string promise, bool kept)
    {
        if (!kept)
            Broken[promise] = Broken.GetValueOrDefault(promise) + 1;
    }
}

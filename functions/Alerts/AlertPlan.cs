using Hotline.Localization.Hours;

namespace Hotline.Functions.Alerts;

/// <summary>
/// Who is told how and when: a pure function of what is owed and what was done. Spans are counted from what really happened, so that a round
/// that comes late is not followed by the next one at once.
/// </summary>
public static class AlertPlan
{
    /// <summary>From the text to the first call.</summary>
    public static readonly TimeSpan ToCall = TimeSpan.FromMinutes(3);

    public static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>When the first hour is over.</summary>
    public static readonly TimeSpan Slower = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan NextRung = TimeSpan.FromMinutes(15);

    /// <summary>Of what can wait for the desk to open.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    public static readonly TimeSpan NextRungOfSoon = TimeSpan.FromDays(3);

    private static readonly TimeSpan FirstHour = TimeSpan.FromHours(1);

    /// <summary>The next contact with each person who can be reached at all; it is due when its time is not after <paramref name="now"/>.</summary>
    /// <param name="rungs">Names of people.</param>
    public static IReadOnlyList<Contact> Contacts(OwedAlert alert, IReadOnlyList<IReadOnlyList<string>> rungs, DateTimeOffset now, OpeningHours hours)
    {
        List<Contact> contacts = [];
        for (var rung = 0; rung < rungs.Count; rung++)
            foreach (var name in rungs[rung])
                if (Of(alert, name, rung, now, hours) is { } contact)
                    contacts.Add(contact);
        return contacts;
    }

    private static Contact? Of(OwedAlert alert, string name, int rung, DateTimeOffset now, OpeningHours hours)
    {
        var told = alert.Told.GetValueOrDefault(name) ?? new Told();
        var soon = alert.Grade == AlertGrade.Soon;
        var (texts, calls) = (!told.NoTexts, !told.NoCalls && !soon);
        if (!texts && !calls)
            return null;
        var due = told.Step == 0 ? Opens(alert, rung, soon) : At(told.At) + Span(alert, told, soon);
        if (At(told.NotBefore) is var patience && patience > due)
            due = patience;
        if (soon)
        {
            var from = due > now ? due : now;
            due = hours.NextOpening(from) ?? from;
        }

        return told.Step switch
        {
            0 => new Contact(name, rung, due, texts, !texts),
            1 => new Contact(name, rung, due, !calls, calls),
            _ => new Contact(name, rung, due, texts, calls),
        };
    }

    private static DateTimeOffset Opens(OwedAlert alert, int rung, bool soon)
    {
        var since = At(alert.Since);
        return rung <= alert.Sooner ? since : soon ? since + NextRungOfSoon : since + (rung * NextRung);
    }

    private static TimeSpan Span(OwedAlert alert, Told told, bool soon) =>
        soon ? Daily
        : told.Step == 1 ? ToCall
        : told.At - alert.Since < FirstHour.TotalSeconds ? Again : Slower;

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}

/// <summary>One person to be told, by text, by call or by both.</summary>
/// <param name="Rung">0 for those who are told first.</param>
public sealed record Contact(string Name, int Rung, DateTimeOffset Due, bool Text, bool Call);

using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>A contact and what was raised, in a caseworker's words and as JSON.</summary>
internal static class ContactViews
{
    public static IEnumerable<string> Lines(Client client, DateTimeOffset now)
    {
        if (client.Contact is { } contact)
        {
            yield return $"Contact of {Written.Date(CheckInPlan.Today(contact.Planned), "en")}: {How(client, contact)}";
            foreach (var made in contact.Tries)
                yield return $"  {made.By.ToString().ToLowerInvariant(),-5}  {Moment(made.At)}  {How(made.End)}";
        }

        if (client.Raised is { } raised)
            yield return $"Raised: {Why(raised.Reason)}, {Written.Ago(raised.At, now, "en")}; {(raised.Rung is { } rung ? $"{Whom(rung)} was told, nobody took it" : "nobody was told yet")}.";
        if (client.Missed > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"{client.Missed} contacts in a row without the safe word.");
    }

    public static object? Json(Client client) => client.Contact is not { } contact ? null : new
    {
        contact.Planned,
        contact.UnderWay,
        outcome = contact.Outcome?.ToString(),
        rung = contact.Rung.ToString(),
        tries = contact.Tries.Select(made => new { made.At, by = made.By.ToString(), end = made.End.ToString() }),
        raisedBy = ContactLadder.RaisedBy(client),
    };

    public static object? Json(Raised? raised) => raised is null ? null : new { reason = raised.Reason.Name(), raised.At, told = raised.Rung?.ToString() };

    public static string Why(RaiseReason reason) => reason switch
    {
        RaiseReason.Missed => "no answer",
        RaiseReason.Unsent => "we did not manage to write or call",
        RaiseReason.Unreachable => "the number cannot be reached",
        RaiseReason.SomeoneElse => "somebody else, or a machine, takes the calls",
        _ => "somebody said stop; nobody writes",
    };

    private static string How(Client client, Contact contact) => contact.Outcome switch
    {
        ContactOutcome.Answered => "answered.",
        ContactOutcome.OtherWord => "something other than the safe word was said; nothing more is sent.",
        ContactOutcome.Missed => "missed.",
        ContactOutcome.Unsent => "we did not manage to write or call.",
        ContactOutcome.Unreachable => "the number cannot be reached.",
        ContactOutcome.SomeoneElse => "somebody else, or a machine, takes the calls; nothing more is sent.",
        ContactOutcome.Halted => "ended from here or by a stop; nothing more is sent.",
        _ => $"under way{(ContactLadder.RaisedBy(client) is { } by ? $", raised {Moment(by)} if nobody answers" : "")}.",
    };

    private static string How(TryEnd end) => end switch
    {
        TryEnd.Going => "on its way",
        TryEnd.Sent => "sent",
        TryEnd.NotSent => "could not be sent, is tried again",
        TryEnd.Refused => "refused: this phone cannot be reached this way",
        TryEnd.OptedOut => "refused: this phone said stop",
        TryEnd.Unknown => "may have gone out",
        TryEnd.NoAnswer => "no answer",
        _ => "somebody took the call without the code",
    };

    private static string Whom(Rung rung) => rung == Rung.Supervisor ? "the supervisor" : "the caseworker";

    private static string Moment(DateTimeOffset moment) => moment.ToOffset(CheckInPlan.PhnomPenh).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

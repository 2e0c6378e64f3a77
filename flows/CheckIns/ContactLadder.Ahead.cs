using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>The contact under way: the next try, or the moment at which it is given up.</summary>
public static partial class ContactLadder
{
    private readonly record struct Move(DateTimeOffset At, RaiseReason? Raise, Channel By = default, DateTimeOffset Until = default);

    private static Move? Ahead(Client client, DateTimeOffset now)
    {
        if (client is not { Standing: Standing.Active, Contact: { UnderWay: true } contact, Enrolment: { } enrolment })
            return null;
        if (client.Strangers >= Ladder.MostStrangers)
            return new Move(contact.Began, RaiseReason.SomeoneElse);
        if (Ladder.ChannelOf(enrolment, contact.Counted, [.. contact.Tries.Where(one => one.End == TryEnd.Refused).Select(one => one.By)]) is not { } channel)
            return new Move(contact.Began, RaiseReason.Unreachable);
        if (contact.Counted < enrolment.Tries)
        {
            var from = NotBefore(enrolment, contact) is var earliest && earliest > now ? earliest : now;
            foreach (var window in Windows(client, contact))
                if ((window.From + Ladder.Spread(client.Id, window)) is var moment && (moment > from ? moment : from) is var at && at <= window.Last)
                    return new Move(at, null, channel, window.To);
        }

        return new Move(Deadline(client, contact), contact.Counted == 0 ? RaiseReason.Unsent : RaiseReason.Missed);
    }

    /// <summary>As many safe hours as tries are agreed, and none from the next contact on: there are never two at once.</summary>
    private static IEnumerable<SafeWindow> Windows(Client client, Contact contact)
    {
        var next = CheckInPlan.Upcoming(client);
        return SafeWindow.Since(client.Enrolment!, contact.Began).Take(client.Enrolment!.Tries).TakeWhile(window => next is null || window.From < next);
    }

    private static DateTimeOffset NotBefore(Enrolment enrolment, Contact contact)
    {
        var earliest = contact.Began;
        if (contact.LastCounted is { } last)
        {
            var window = SafeWindow.On(enrolment, CheckInPlan.Today(last.At));
            earliest = last.At + Ladder.Gap(window);
            // What may have gone out is not said twice in one evening, and who took the phone may still have it.
            if ((contact.Counted != 1 || last.End is not (TryEnd.Sent or TryEnd.NoAnswer)) && earliest < window.To)
                earliest = window.To;
        }

        return contact.Tries is [.., { End: TryEnd.NotSent } unsent] && unsent.At + Ladder.AfterNotSent is var later && later > earliest ? later : earliest;
    }

    private static DateTimeOffset Deadline(Client client, Contact contact)
    {
        if (contact.Counted >= client.Enrolment!.Tries)
            return SafeWindow.On(client.Enrolment, CheckInPlan.Today(contact.LastCounted!.At)).To;
        return Windows(client, contact).Select(window => window.To).DefaultIfEmpty(contact.Began).Last();
    }

    private static ContactStep.Reach Reached(Client client, Move ahead, DateTimeOffset now)
    {
        var contact = client.Contact!;
        // Of tries that did not go out the last is enough to know.
        var made = contact.Tries.Where(one => one.End != TryEnd.NotSent);
        client = client with { Contact = contact with { Tries = [.. made, new ContactTry(now, ahead.By, TryEnd.Going)] } };
        return new ContactStep.Reach(client, Look(client, now), ahead.By, now, contact.Counted + 1, Ladder.RungOf(contact.Counted), ahead.Until);
    }
}

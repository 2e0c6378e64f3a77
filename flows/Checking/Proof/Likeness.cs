using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>
/// When two sessions count as the same spot: same place, return, what was put aside, channel, closed, language chosen or not, accepted, words,
/// a report opened by its code, and the answers that a rule may still look at. Not told apart: what only shows (numbers, receipts), the trail of "back" and the count of misses,
/// which are followed from the first session that was met.
/// </summary>
internal sealed class Likeness(FlowSet flows, World world)
{
    private readonly Liveness liveness = new(flows);
    private readonly Dictionary<Place, string[]> liveAt = [];
    private readonly StringBuilder text = new();

    public string Of(Session? session, bool away, Client? client)
    {
        text.Clear();
        if (client is not null)
            text.Append(client.Standing).Append(client.TriesOn(CheckInPlan.Today(world.Now))).Append(client.Criterion).Append(' ');
        if (session is not { } s)
            return text.ToString();
        text.Append(s.Channel == Channel.Text ? 't' : 'v').Append(s.Closed ? 'c' : '-').Append(s.Left ? 'l' : '-').Append(away ? 'a' : '-')
            .Append(s.Language is null ? '-' : 'L').Append(s.Accepted ? 'A' : '-').Append(s.Words.Count + s.Recordings.Count > 0 ? 'W' : '-').Append(s.Slots[Slot.Opened] is null ? '-' : 'O').Append(' ');
        if (away || s.Closed)
        {
            // The next input comes through the front door: of all that was, only what is put aside counts.
            text.Append(Aside(s));
            return text.ToString();
        }

        text.Append(s.Flow).Append('/').Append(s.State);
        var here = s.Return ?? s.Place;
        if (s.Return is { } back)
            text.Append(" from ").Append(back);
        // Far from the front door it does not matter what was put aside, only that something was; it comes back there unchanged.
        text.Append(s.Paused is null ? "" : here.Flow == Everywhere.Door.Flow || here == Everywhere.Safe ? $" aside {s.Paused}" : " aside");
        // On an everywhere state, and with something put aside, the answers wait: no rule looks at them before they are back in their place.
        if (s.Return is null && here != Everywhere.Safe && here.Flow != Everywhere.Door.Flow)
            Answers(s);
        return text.ToString();
    }

    /// <summary>What the front door would find put aside.</summary>
    private Place? Aside(Session s)
    {
        var here = s.Return ?? s.Place;
        var question = flows.Find(here.Flow) is { Resumable: true } && flows.Find(here) is { } state && state.WaitsOn(s.Channel);
        return question && (here != Everywhere.Safe || s.Paused is null) ? here : s.Paused;
    }

    private void Answers(Session s)
    {
        if (!liveAt.TryGetValue(s.Place, out var live))
            liveAt[s.Place] = live = [.. liveness.At(s.Place)];
        var plain = world.EveryAnswer && s.Paused is null && !s.Accepted;
        foreach (var slot in live)
            if (ValueOf(s, slot, plain) is { } value)
                text.Append(' ').Append(slot).Append('=').Append(value);
    }

    private string? ValueOf(Session s, string slot, bool plain)
    {
        if (slot == Condition.Warnings)
            return Own(s).Any(item => item.Value == "yes") ? "some" : null;
        if (slot == Condition.Elsewhere)
            return s.Slots[Slot.Country] is { } there && there != "other" && there != world.Country ? "there" : null;
        if (s.Slots[slot] is not { } value)
            return null;
        if (slot is Slot.Group or Slot.Topic or Slot.Destination or Slot.Page or Slot.Answer)
            return plain ? value : "some";
        if (slot == Slot.Code)
            return value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (liveness.ComparedTo(slot) is not { } values)
            return "some";
        return values.Contains(value) && (plain || !slot.StartsWith(s.Flow + "-", StringComparison.Ordinal)) ? value : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Own(Session s) =>
        s.Slots.Items.ToArray().Where(item => item.Key.StartsWith(s.Flow + "-", StringComparison.Ordinal));
}

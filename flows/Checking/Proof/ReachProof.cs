using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>From every spot that waits: how many inputs of the caller's own it takes to help, to stop and to erase.</summary>
internal static class ReachProof
{
    private const int Keys = 2, KeysToAnEnd = 3, TextsToAnEnd = 1, Twice = 2;

    public static Distances Of(Explorer explored)
    {
        var spots = explored.Spots;
        var opened = To(spots, way => way.Withdraws, _ => false);
        var erased = To(spots, way => way.Erases, _ => false);
        var distances = new Distances(
            To(spots, way => way.Helps, spot => spot.InCall && spot.Wait?.Ask == Ask.Dial),
            To(spots, way => way.Stops, _ => false),
            // Who has opened a report and says "erase" means that one.
            [.. spots.Select(spot => IsOpen(spot) ? opened[spot.Id] : erased[spot.Id])]);
        foreach (var spot in spots.Where(spot => spot.Waits && Speaks(explored, spot) && HasHelp(spot)))
        {
            var place = spot.Place ?? Files.Everywhere.Door;
            // While a person is rung no key is heard: the end of the ringing comes first.
            var most = spot.InCall ? KeysToAnEnd + (spot.Wait?.Ask == Ask.Dial ? 1 : 0) : TextsToAnEnd;
            // What was filed is deleted for good, so that is asked twice.
            var toErase = most + (IsOpen(spot) ? Twice : 0);
            var channel = spot.InCall ? "voice" : "text";
            if (distances.Help[spot.Id] > Keys)
                explored.Faults.Add(spots, spot, null, place, $"by {channel} a person or a number to call is more than {Keys} inputs away");
            // Before the safe word comes the word.
            most += spot is { AtTheGate: true, InCall: true } ? 1 : 0;
            if (distances.Stop[spot.Id] > most && HasToStop(spot))
                explored.Faults.Add(spots, spot, null, place, $"by {channel} \"stop\" is more than {most} inputs away");
            if (distances.Erase[spot.Id] > toErase && HasToErase(spot))
                explored.Faults.Add(spots, spot, null, place, $"by {channel} \"erase\" is more than {toErase} inputs away");
        }

        return distances;
    }

    /// <summary>Who hides the number has no text thread, and only calls.</summary>
    internal static bool Speaks(Explorer explored, Spot spot) => spot.InCall || !explored.World.Withheld;

    /// <summary>Where nobody enrolled the phone, the check-in line is a wrong number.</summary>
    internal static bool HasHelp(Spot spot) => spot.Client is not { Enrolment: null };

    /// <summary>Who is not written to has nothing to stop.</summary>
    internal static bool HasToStop(Spot spot) => spot.Client is null or { Standing: Standing.Active, Enrolment: not null };

    /// <summary>What a client answers belongs to the case, and is taken out of it by a caseworker.</summary>
    internal static bool HasToErase(Spot spot) => spot.Client is null;

    private static bool IsOpen(Spot spot) => spot is { Away: false, Session: { Closed: false } session } && session.Slots[Slot.Opened] is not null;

    private static int[] To(IReadOnlyList<Spot> spots, Func<Way, bool> goal, Func<Spot, bool> there)
    {
        var far = spots.Select(spot => there(spot) ? 0 : int.MaxValue).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var spot in spots)
                foreach (var way in spot.Ways)
                {
                    if (way.Move.Doing != Doing.Own)
                        continue;
                    var through = goal(way) ? 1 : far[way.To] == int.MaxValue || way.Ends ? int.MaxValue : far[way.To] + 1;
                    if (through < far[spot.Id])
                        (far[spot.Id], changed) = (through, true);
                }
        }

        return far;
    }
}

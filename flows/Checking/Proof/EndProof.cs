using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>No call goes on for ever: from every spot silence alone ends it, and so do wrong keys alone.</summary>
internal static class EndProof
{
    public static void Of(Explorer explored)
    {
        // What was answered before changes nothing in how long silence is borne.
        foreach (var spot in explored.Spots.Where(spot => spot.InCall && spot.Wait is not null).DistinctBy(spot => (spot.Place, spot.Session!.Return, spot.Session.Accepted, spot.Session.Paused)))
        {
            // Who does not answer while a person is rung comes back to the question, and is asked as often as at first.
            var rung = spot.Wait!.Ask == Ask.Dial ? 1 : 0;
            // A wrong code is pressed in four groups.
            var groups = spot.Wait.Ask == Ask.Code ? Receipt.Length / CodePrompts.Group : 1;
            Repeat(explored, spot, Moves.Silence, Limits.SilencesInACall + rung, "silence");
            if (spot.Ways.FirstOrDefault(way => way.Misses && way.Move.Input is Input.Digits)?.Move is { } wrong)
                Repeat(explored, spot, wrong, Limits.MissesInACall * groups, "a wrong key");
        }
    }

    private static void Repeat(Explorer explored, Spot spot, Move move, int most, string what)
    {
        var session = spot.Session;
        for (var n = 0; n < most && session is not null; n++)
            session = explored.Take(spot, session, move)?.Next;
        if (session is not null)
            explored.Faults.Add(explored.Spots, spot, move, spot.Place!.Value, $"{what}, {most} times, does not end the call");
    }
}

using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>No call goes on for ever: from every spot silence alone ends it, and so does any key alone that is no answer, gives no help and leads nowhere.</summary>
internal static class EndProof
{
    /// <summary>Silence may lead on, from a telephone that rang and a tone after which nothing was said; not for ever.</summary>
    private const int MostPlaces = 3;

    public static void Of(Explorer explored)
    {
        // What was answered before changes nothing in how long silence is borne.
        foreach (var spot in explored.Spots.Where(spot => spot.InCall && spot.Wait is not null).DistinctBy(spot => (spot.Place, spot.Session!.Return, spot.Session.Accepted, spot.Session.Paused is null)))
        {
            // A wrong code is pressed in four groups.
            var groups = spot.Wait!.Ask == Ask.Code ? Receipt.Length / CodePrompts.Group : 1;
            Repeat(explored, spot, Moves.Silence, Limits.SilencesInACall, "silence");
            foreach (var way in spot.Ways.Where(way => way.Move.Input is Input.Digits && (way.Misses || (way.To == spot.Id && !way.Move.Answers && !way.Helps))))
                Repeat(explored, spot, way.Move, Limits.MissesInACall * groups, $"the key {way.Move.Line}");
        }
    }

    private static void Repeat(Explorer explored, Spot spot, Move move, int most, string what)
    {
        var session = spot.Session;
        var places = 1;
        for (var n = 0; n < most + places - 1 && session is not null; n++)
        {
            var next = explored.Take(spot, session, move)?.Next;
            places = Math.Min(places + (next is not null && next.Place != session.Place ? 1 : 0), MostPlaces);
            session = next;
        }

        if (session is not null)
            explored.Faults.Add(explored.Spots, spot, move, spot.Place!.Value, $"{what}, {most} times, does not end the call");
    }
}

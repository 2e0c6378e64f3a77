using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>One node of the explored graph: all sessions that nothing in the flows can tell apart, and the first of them that was met.</summary>
/// <param name="Away">The next input comes after 20 idle minutes or on another channel: another reader may hold the phone.</param>
/// <param name="Client">On the check-in line, as known by now.</param>
/// <param name="From">The spot before on the shortest way here; -1 for the first.</param>
public sealed record Spot(int Id, Session? Session, bool Away, Wait? Wait, int From, Move? By, Client? Client = null)
{
    public List<Way> Ways { get; } = [];

    public Place? Place => Session?.Place;

    /// <summary>On the check-in line before the safe word: nobody knows yet who holds the phone.</summary>
    public bool AtTheGate => Client is not null && (Session is null || Away || Session.Place == CheckInPlaces.Line);

    public bool InCall => Session is { Channel: Channel.Voice, Closed: false, Left: false } && !Away;

    /// <summary>A call waits for keys or a voice; by text anyone may write at any time.</summary>
    public bool Waits => InCall ? Wait is not null : Session is not { Left: true };
}

/// <summary>One turn of the explored graph.</summary>
/// <param name="To">0: nothing is left to remember.</param>
/// <param name="Cost">Segments by text, seconds of speech by voice; null where the move does not answer the question.</param>
public sealed record Way(Move Move, int To, bool Helps, bool Stops, bool Erases, bool Withdraws, bool Misses, bool Ends, double? Cost);

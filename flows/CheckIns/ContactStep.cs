using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>What is to be done for a client now.</summary>
/// <param name="Client">To be stored in the same commit, before anything goes out; the same object when nothing changed.</param>
/// <param name="LookAgainAt">Null: not before somebody changes the client.</param>
public abstract record ContactStep(Client Client, DateTimeOffset? LookAgainAt)
{
    public sealed record Nothing(Client Client, DateTimeOffset? LookAgainAt) : ContactStep(Client, LookAgainAt);

    /// <summary>One text or call. It is in the client already, as <see cref="TryEnd.Going"/>; tell <see cref="ContactLadder.Ended"/> what became of it.</summary>
    /// <param name="At">With the channel, the try's name.</param>
    /// <param name="Try">1 to the agreed number.</param>
    /// <param name="Until">The end of the safe hours: nothing may go out, or ring, or wait with a carrier, at that moment or later.</param>
    public sealed record Reach(Client Client, DateTimeOffset? LookAgainAt, Channel Channel, DateTimeOffset At, int Try, Rung Rung, DateTimeOffset Until) : ContactStep(Client, LookAgainAt);

    /// <summary>Somebody is to be told.</summary>
    /// <param name="Missed">Contacts in a row without the safe word, this one included.</param>
    public sealed record Raise(Client Client, DateTimeOffset? LookAgainAt, RaiseReason Reason, Rung Rung, int Missed) : ContactStep(Client, LookAgainAt);
}

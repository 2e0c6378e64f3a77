using System.Xml.Linq;

namespace Hotline.Functions.Simulator;

/// <summary>A call as the carrier remembers it: the verbs still to be carried out, and the one that waits for the person.</summary>
/// <param name="person">Whose phone it is at the other end: a number, or anonymous.</param>
/// <param name="line">Our number.</param>
internal sealed class SimulatedCall(string sid, string person, string line)
{
    private int busy;

    public string Sid => sid;

    public string Person => person;

    public string Line => line;

    /// <summary>Null for a call that came in.</summary>
    public OutgoingCall? Outgoing { get; init; }

    /// <summary>The person's phone rings.</summary>
    public bool Rings { get; set; }

    public Queue<XElement> Verbs { get; private set; } = [];

    /// <summary>A Gather, a Record or a Dial; null while none is reached.</summary>
    public XElement? Waiting { get; set; }

    /// <summary>How it ended: completed, busy, no-answer or canceled; null while it lasts.</summary>
    public string? End { get; set; }

    public bool Over => End is not null;

    /// <summary>A new document: what was left of the old one is never carried out.</summary>
    public void Begin(IEnumerable<XElement> verbs) => (Verbs, Waiting) = (new(verbs), null);

    /// <summary>One hand on the phone at a time.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref busy, 1, 0) == 0;

    public void PutBack() => Volatile.Write(ref busy, 0);

    public override string ToString() => nameof(SimulatedCall);
}

using System.Xml.Linq;

namespace Hotline.Functions.Simulator;

/// <summary>A call as the carrier remembers it: the verbs still to be carried out, and the one that waits for the caller.</summary>
internal sealed class SimulatedCall(string sid, string from, string line)
{
    private int busy;

    public string Sid => sid;

    public string From => from;

    /// <summary>Our number that was dialled.</summary>
    public string Line => line;

    public Queue<XElement> Verbs { get; private set; } = [];

    /// <summary>A Gather, a Record or a Dial; null while none is reached.</summary>
    public XElement? Waiting { get; set; }

    public bool Over { get; set; }

    /// <summary>A new document: what was left of the old one is never carried out.</summary>
    public void Begin(IEnumerable<XElement> verbs) => (Verbs, Waiting) = (new(verbs), null);

    /// <summary>One hand on the phone at a time.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref busy, 1, 0) == 0;

    public void PutBack() => Volatile.Write(ref busy, 0);

    public override string ToString() => nameof(SimulatedCall);
}

using System.Collections.Concurrent;

namespace Hotline.Functions.Simulator;

/// <summary>The last calls, in memory only.</summary>
internal sealed class SimulatedCalls
{
    private const int Kept = 100;

    private readonly ConcurrentDictionary<string, SimulatedCall> bySid = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public void Add(SimulatedCall call)
    {
        bySid[call.Sid] = call;
        order.Enqueue(call.Sid);
        if (order.Count > Kept && order.TryDequeue(out var oldest))
            bySid.TryRemove(oldest, out _);
    }

    public IEnumerable<SimulatedCall> Ringing => bySid.Values.Where(call => call.Rings);

    public SimulatedCall? Find(string sid) => bySid.GetValueOrDefault(sid);
}

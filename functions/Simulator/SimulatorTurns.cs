using System.Collections.Concurrent;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Simulator;

/// <summary>The last turns as the engine answered them, by turn id, for the page that shows what happened. Development only; memory only.</summary>
public sealed class SimulatorTurns : ITurnObserver
{
    private const int Kept = 200;

    private readonly ConcurrentDictionary<string, Answered> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public void Saw(string turnId, Answered answered)
    {
        if (answered.Turn is null || !byId.TryAdd(turnId, answered))
            return;
        order.Enqueue(turnId);
        if (order.Count > Kept && order.TryDequeue(out var oldest))
            byId.TryRemove(oldest, out _);
    }

    public Answered? Find(string turnId) => byId.GetValueOrDefault(turnId);
}

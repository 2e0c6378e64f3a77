using System.Diagnostics.Metrics;
using Hotline.Functions.Providers;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Telemetry;

/// <summary>What waits, what is late and what was given up, as the last sweep of this process saw it. A process that does not sweep says nothing.</summary>
public sealed class QueueGauges : IDisposable
{
    /// <summary>An older sweep tells of another time.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Meter meter = new(Measures.Name);
    private readonly QueueState state;
    private readonly TimeProvider clock;

    public QueueGauges(QueueState state, ProviderWatch watch, TimeProvider clock)
    {
        (this.state, this.clock) = (state, clock);
        meter.CreateObservableGauge("hotline.todos.late", () => ByKind((late, kind) => late.Count(kind)), "{todo}", "To-dos a minute or more after their time.");
        meter.CreateObservableGauge("hotline.todos.age", () => ByKind((late, kind) => late.Age(kind).TotalSeconds), "s", "How late the oldest of them is.");
        meter.CreateObservableGauge("hotline.todos.waiting", () => OfQueue(state.Waiting), "{todo}", "Texts and calls that wait for the provider or for their turn.");
        meter.CreateObservableGauge("hotline.todos.dead", () => OfQueue(state.Dead), "{todo}", "To-dos that were given up.");
        meter.CreateObservableGauge("hotline.provider.away", () => watch.AwaySince is { } since ? (clock.GetUtcNow() - since).TotalSeconds : 0, "s", "How long the provider has not answered.");
    }

    public void Dispose() => meter.Dispose();

    private LateToDos? Last => state.Late is { } late && (clock.GetUtcNow() - late.At).Duration() < Fresh ? late : null;

    private IEnumerable<Measurement<int>> OfQueue(int count) => Last is null ? [] : [new(count)];

    private IEnumerable<Measurement<T>> ByKind<T>(Func<LateToDos, string, T> read)
        where T : struct =>
        Last is not { } late ? [] : Labels.Kind.Values.Where(kind => kind != Label.Other).Select(kind => new Measurement<T>(read(late, kind), Labels.Kind.Of(kind)));
}

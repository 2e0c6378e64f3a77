using System.Globalization;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Health;

/// <summary>What /health says. Found anew every few seconds at most, however often it is asked: it is open to all, and finding it writes.</summary>
public sealed class HealthReport(IProbe probe, Pulses pulses, Lines lines, TimeProvider clock)
{
    private static readonly TimeSpan Reused = TimeSpan.FromSeconds(2);

    private static readonly (Chore Chore, TimeSpan Within, string What)[] Expected =
    [
        (Chore.ToDos, TimeSpan.FromMinutes(5), "sweep"),
        (Chore.Reconciler, TimeSpan.FromMinutes(30), "comparison with the provider's list"),
        (Chore.CheckIns, TimeSpan.FromHours(3), "look after check-ins"),
        (Chore.Retention, TimeSpan.FromHours(3), "look for what has had its time"),
    ];

    private readonly Lock gate = new();
    private long found;
    private Task<(bool Good, string Words)>? last;

    /// <returns>Whether the store accepts writes, and one line for each thing that needs somebody.</returns>
    public Task<(bool Good, string Words)> Read()
    {
        lock (gate)
        {
            // Good news is used again for a moment; whoever asks while somebody looks hears what that one finds.
            if (last is not null && (!last.IsCompleted || (last is { IsCompletedSuccessfully: true, Result.Good: true } && clock.GetElapsedTime(found) <= Reused)))
                return last;
            found = clock.GetTimestamp();
            return last = Task.Run(Find);
        }
    }

    private async Task<(bool, string)> Find()
    {
        if (!await probe.AcceptsWrites())
            return (false, "the store does not accept writes");
        try
        {
            return (true, string.Join('\n', Lines(await pulses.Read(), clock.GetUtcNow())));
        }
        catch (StoreUnavailable)
        {
            return (false, "the store cannot be read");
        }
    }

    private IEnumerable<string> Lines(IReadOnlyDictionary<Chore, Pulse> all, DateTimeOffset now)
    {
        yield return "ok";
        var todos = all.GetValueOrDefault(Chore.ToDos);
        if (todos?.Away is { } since)
            yield return string.Create(CultureInfo.InvariantCulture, $"the provider has not answered since {Time(since)}; {todos.Waiting} texts and calls wait");
        if (todos?.Dead > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{todos.Dead} to-dos were given up: -- todo lists them");
        foreach (var (chore, within, what) in Expected)
        {
            // Without a number of ours there is no list to compare with.
            if (chore == Chore.Reconciler && lines.All.Count == 0)
                continue;
            var pulse = all.GetValueOrDefault(chore);
            if (pulse?.Done is not { } done)
                yield return $"no {what} yet";
            else if (now - done > within)
                yield return $"no {what} since {Time(done)}";
            if (pulse?.Failure is { } failure)
                yield return $"the last {what} broke: {failure}";
        }
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

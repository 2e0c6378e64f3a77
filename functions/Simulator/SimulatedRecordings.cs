using System.Collections.Concurrent;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>What was spoken, by its length alone; in memory only.</summary>
internal sealed class SimulatedRecordings(Settings settings)
{
    private readonly ConcurrentDictionary<string, int> seconds = new(StringComparer.Ordinal);

    /// <returns>Its name.</returns>
    public string Add(int length)
    {
        var sid = Sid.New("RE", settings.Provider);
        seconds[sid] = length;
        return sid;
    }

    public int? Seconds(string sid) => seconds.TryGetValue(sid, out var length) ? length : null;

    public bool Delete(string sid) => seconds.TryRemove(sid, out _);
}

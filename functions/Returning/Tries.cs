namespace Hotline.Functions.Returning;

/// <summary>How long a caller waits after codes that opened nothing. Only their own tries count, so that nobody can lock others out.</summary>
public static class Tries
{
    /// <summary>Slips of the thumb in a day that cost nothing.</summary>
    public const int Free = 5;

    /// <summary>How long a failed try counts, and the longest wait.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <param name="failed">Unix seconds of this caller's failed tries, in any order.</param>
    /// <returns>Null when the next try may be looked up; else 1, 2, 4, 8 … minutes after the latest, 24 hours at most.</returns>
    public static DateTimeOffset? WaitUntil(IEnumerable<long> failed, DateTimeOffset now)
    {
        var since = now.ToUnixTimeSeconds() - (long)Day.TotalSeconds;
        var (count, latest) = (0, 0L);
        foreach (var second in failed)
            if (second > since)
                (count, latest) = (count + 1, Math.Max(latest, second));
        if (count < Free)
            return null;
        var minutes = Math.Min(Day.TotalMinutes, Math.Pow(2, Math.Min(count - Free, 20)));
        var until = DateTimeOffset.FromUnixTimeSeconds(latest).AddMinutes(minutes);
        return until > now ? until : null;
    }
}

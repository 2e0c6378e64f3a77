using System.Security.Cryptography;

namespace Hotline.Functions.ToDos;

/// <summary>Exponential backoff with jitter, so that what failed together does not come back together.</summary>
public static class Waits
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static TimeSpan After(int tries)
    {
        var whole = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(tries, 20)));
        return TimeSpan.FromMilliseconds((whole / 2) + RandomNumberGenerator.GetInt32((int)(whole / 2) + 1));
    }
}

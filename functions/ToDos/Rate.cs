using Hotline.Functions.Setup;

namespace Hotline.Functions.ToDos;

/// <summary>How many texts and calls a second this process begins. Several processes share a limit by each having a part of it; the provider's own 429 is the last word.</summary>
/// <remarks>Twilio sends about one text a second from one number and starts one call a second an account (its pages on rate limits); Somleng says nothing.</remarks>
public sealed class Rate(OutreachSettings settings, TimeProvider clock)
{
    private readonly Bucket texts = new(settings.TextsPerSecond);
    private readonly Bucket calls = new(settings.CallsPerSecond);
    private readonly Lock gate = new();

    /// <param name="spare">Only what leaves half of the saved second to others.</param>
    /// <returns>False: not now. The next sweep asks again.</returns>
    public bool Take(Outlet outlet, bool spare = false)
    {
        var bucket = outlet switch { Outlet.Texts => texts, Outlet.Calls => calls, _ => null };
        lock (gate)
            return bucket is null || bucket.Take(clock.GetUtcNow(), spare);
    }

    /// <summary>A second's worth at most is saved up.</summary>
    private sealed class Bucket(double perSecond)
    {
        private readonly double most = Math.Max(1, perSecond);
        private double left = Math.Max(1, perSecond);
        private DateTimeOffset last;

        public bool Take(DateTimeOffset now, bool spare)
        {
            // A clock set back gives nothing and takes nothing.
            if (now > last)
                left = Math.Min(most, left + (last == default ? 0 : (now - last).TotalSeconds * perSecond));
            last = now;
            if (left < (spare ? 1 + ((most - 1) / 2) : 1))
                return false;
            left--;
            return true;
        }
    }
}

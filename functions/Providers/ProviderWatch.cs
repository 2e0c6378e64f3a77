namespace Hotline.Functions.Providers;

/// <summary>
/// Knows whether the provider answers. After a few requests in a row that brought none, what would go out waits, in its order, and one harmless question
/// is asked now and then; the first answer opens the way again.
/// </summary>
public sealed class ProviderWatch(TimeProvider clock)
{
    /// <summary>One lost answer is a bad moment, three are a bad provider.</summary>
    private const int Enough = 3;

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private int lost;
    private DateTimeOffset asked;

    /// <summary>Null while it answers.</summary>
    public DateTimeOffset? AwaySince { get; private set; }

    public bool IsAway => AwaySince is not null;

    /// <param name="answered">It did what was asked or said why not; false: no answer, an answer of its own trouble (5xx), or "too many requests".</param>
    public void Saw(bool answered)
    {
        lock (gate)
        {
            lost = answered ? 0 : Math.Min(lost + 1, Enough);
            if (answered)
                AwaySince = null;
            else if (lost == Enough)
                AwaySince ??= clock.GetUtcNow();
        }
    }

    /// <summary>Whether somebody should ask now; says yes to one only.</summary>
    public bool MayAsk()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (AwaySince is null || (now - asked).Duration() < BetweenQuestions)
                return false;
            asked = now;
            return true;
        }
    }
}

namespace Hotline.Functions.Providers;

/// <summary>An attempt that brought no success → what is to be done.</summary>
internal static class Judge
{
    /// <summary>Providers have bad minutes, not bad seconds.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>A provider that asks for more is asked again all the same: the word may be wrong, and people wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static Failure Of(ProviderRequest request, Attempt attempt)
    {
        if (!attempt.Sent)
            return new Failure.TryLater(Soon);
        if (attempt.Status is not { } status || attempt.Succeeded)
            return Doubt(request);
        var fault = AnswerReader.Fault(attempt.Body);
        // In the 400s a code decides; with anything else the doubt that lies in the status stays.
        var meant = (status is >= 400 and < 500 ? ProviderErrors.Of(fault) : null) ?? StatusMeaning.Of(status);
        return meant switch
        {
            Failure.RefusedForGood refused => refused with { Fault = fault },
            Failure.TryLater later => later with { After = Asked(attempt) ?? later.After },
            Failure.Unknown => Doubt(request),
            _ => meant,
        };
    }

    private static Failure Doubt(ProviderRequest request) => request.Repeatable ? new Failure.TryLater(Soon) : new Failure.Unknown();

    private static TimeSpan? Asked(Attempt attempt) => attempt.RetryAfter switch
    {
        null => null,
        { } wait when wait > Longest => Longest,
        { } wait when wait < TimeSpan.FromSeconds(1) => TimeSpan.FromSeconds(1),
        var wait => wait,
    };
}

namespace Hotline.Functions.Providers;

/// <summary>What an HTTP status means where no code says more (RFC 9110 section 15, RFC 6585 section 4). In the 400s nothing was done; above, nobody knows.</summary>
internal static class StatusMeaning
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NotReady = TimeSpan.FromMinutes(10);

    public static Failure Of(int status) => status switch
    {
        401 or 403 => new Failure.RefusedForGood(RefusalKind.OurAccount),
        404 or 410 => new Failure.RefusedForGood(RefusalKind.NotThere),
        // Also said by something on the way, whose timeout tells nothing of the provider.
        408 => new Failure.Unknown(),
        409 or 423 => new Failure.TryLater(NotReady),
        425 or 429 => new Failure.TryLater(Soon),
        >= 400 and < 500 => new Failure.RefusedForGood(RefusalKind.OurRequest),
        // "See other" is what some say after they have done it.
        303 => new Failure.Unknown(),
        // Not followed: it would carry the token and somebody's number to another address.
        >= 300 and < 400 => new Failure.RefusedForGood(RefusalKind.OurAccount),
        _ => new Failure.Unknown(),
    };
}

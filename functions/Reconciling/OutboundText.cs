using Hotline.Functions.Providers;

namespace Hotline.Functions.Reconciling;

/// <summary>When a text of ours may leave the provider's list.</summary>
internal static class OutboundText
{
    /// <summary>Whoever sent it may still have to look for it.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromMinutes(30);

    /// <summary>Where no phone tells that it has the text, nothing follows "sent"; and no validity of ours is as long.</summary>
    private static readonly TimeSpan NothingFollows = TimeSpan.FromHours(4);

    /// <param name="openSince">From this moment on a text may be one that is looked for.</param>
    public static bool MayGo(ProviderMessage message, DateTimeOffset now, DateTimeOffset? openSince)
    {
        if (message.At is not { } at || now - at < Young || at >= openSince)
            return false;
        return message.Status is "delivered" or "undelivered" or "failed" or "read" or "canceled" || (message.Status == "sent" && now - at >= NothingFollows);
    }
}

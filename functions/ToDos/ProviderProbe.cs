using Hotline.Functions.Providers;
using Hotline.Functions.Sending;

namespace Hotline.Functions.ToDos;

/// <summary>While the provider is away: asks now and then for a list, which costs nothing and sends nothing, to hear whether it is back.</summary>
public sealed partial class ProviderProbe(IProvider provider, ProviderWatch watch, Lines lines, ILogger<ProviderProbe> log) : IRegularWork
{
    public Chore Chore => Chore.ToDos;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        if (!watch.MayAsk())
            return;
        var since = watch.AwaySince;
        await provider.ListMessages(new MessageQuery(lines.Any ?? "", Inbound: true, now, now), null, cancel);
        if (watch.AwaySince is { } still)
            Away(log, (now - still).TotalMinutes);
        else if (since is { } began)
            Back(log, (now - began).TotalMinutes);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider has not answered for {Minutes:F0} minutes; texts and calls wait.")]
    private static partial void Away(ILogger log, double minutes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider answers again after {Minutes:F0} minutes.")]
    private static partial void Back(ILogger log, double minutes);
}

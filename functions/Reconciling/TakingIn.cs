using Hotline.Functions.InboundSms;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Reconciling;

/// <summary>Takes in what no webhook brought: oldest first, and of one person nothing before what came earlier.</summary>
public sealed partial class TakingIn(Inbox inbox, TimeProvider clock, ILogger<TakingIn> log)
{
    /// <summary>Its webhook may still be on its way, and answers faster than we do.</summary>
    public static readonly TimeSpan LeftToTheWebhook = TimeSpan.FromMinutes(1);

    /// <param name="texts">As listed: of two of the same second the later one first.</param>
    /// <returns>Those that are stored now.</returns>
    internal async Task<HashSet<InboundText>> Take(IReadOnlyList<InboundText> texts, TakenIn count, CancellationToken cancel)
    {
        var taken = new HashSet<InboundText>(ReferenceEqualityComparer.Instance);
        var stuck = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts.Reverse().OrderBy(text => text.At))
        {
            if (clock.GetUtcNow() - text.At < LeftToTheWebhook || stuck.Contains(text.Received.From))
            {
                count.Waiting++;
                continue;
            }

            try
            {
                await One(text, count, cancel);
                taken.Add(text);
            }
            catch (Exception e) when (e is not (StoreUnavailable or OperationCanceledException))
            {
                stuck.Add(text.Received.From);
                count.Waiting++;
                Stuck(log, e.GetType().Name);
            }
        }

        return taken;
    }

    private async Task One(InboundText text, TakenIn count, CancellationToken cancel)
    {
        var late = new Late(text.At, text.OurNumber);
        // Nothing is said in the webhook's answer, should it still come.
        if (await inbox.Take(text.Received, _ => [], late, cancel) is not { } answered)
        {
            count.Kept++;
            return;
        }

        if (answered.Turn is not { } turn)
            return;
        var isAnswered = late.IsAnswered(clock.GetUtcNow()) && !text.Received.Withheld;
        count.Answered += isAnswered ? 1 : 0;
        count.Unanswered += isAnswered ? 0 : 1;
        count.Alerts += turn.Effects.Any(effect => effect is Flows.Engine.Effect.RaiseAlert) ? 1 : 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A text that no webhook brought cannot be taken in ({Error}); it stays at the provider and is tried again.")]
    private static partial void Stuck(ILogger log, string error);
}

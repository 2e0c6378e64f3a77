using System.Globalization;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>The provider's messages, oldest first; listed newest first, a page at a time.</summary>
internal sealed class MessageShelf(ProviderKind kind)
{
    /// <summary>Longer than any message can wait before it is sent, so that a date of sending lies this close to its date of making.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(11);

    private readonly Dictionary<string, KeptMessage> bySid = new(StringComparer.Ordinal);
    private readonly List<KeptMessage> inOrder = [];
    private long order;
    private int gone;

    /// <summary>What is still there.</summary>
    public IReadOnlyList<KeptMessage> All => [.. inOrder.Where(message => !message.Deleted)];

    public int Count => inOrder.Count - gone;

    public KeptMessage Add(KeptMessage message)
    {
        message.Order = ++order;
        bySid.Add(message.Sid, message);
        inOrder.Add(message);
        return message;
    }

    public KeptMessage? Find(string sid) => bySid.GetValueOrDefault(sid);

    public void Delete(KeptMessage message)
    {
        message.Deleted = true;
        bySid.Remove(message.Sid);
        if (++gone > 1000 && gone > inOrder.Count / 2)
        {
            inOrder.RemoveAll(one => one.Deleted);
            gone = 0;
        }
    }

    /// <param name="before">The order of the last message of the page before; null for the first page.</param>
    /// <param name="visible">What was made later is not listed yet.</param>
    /// <returns>At most one more than <paramref name="size"/>, so that the caller sees whether a page follows.</returns>
    public IReadOnlyList<KeptMessage> Page(MessageFilter filter, long? before, int size, DateTimeOffset visible)
    {
        var page = new List<KeptMessage>();
        for (var i = inOrder.Count - 1; i >= 0 && page.Count <= size; i--)
        {
            var message = inOrder[i];
            if (filter.From is { } from && message.Created < from - LongestWait)
                break;
            if (!message.Deleted && message.Created <= visible && !(message.Order >= before) && (kind == ProviderKind.Somleng || filter.Takes(message)))
                page.Add(message);
        }

        return page;
    }

    public static string Token(KeptMessage last) => "PA" + last.Order.ToString("x", CultureInfo.InvariantCulture);

    public static long? Before(string? token) =>
        token is { Length: > 2 } && long.TryParse(token.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var before) ? before : null;
}

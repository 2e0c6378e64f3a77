using Hotline.Functions.Providers;

namespace Hotline.Functions.Reconciling;

/// <summary>Reads a list of the provider's to its end, page by page.</summary>
public sealed class Listing(IProvider provider)
{
    /// <summary>Of one page; the provider's client repeats by itself too.</summary>
    private const int Tries = 3;

    /// <summary>Asked so far.</summary>
    public int Requests { get; private set; }

    /// <returns>False when it could not be read to its end: what was seen is a part, and nobody knows which.</returns>
    public async Task<bool> Read(MessageQuery query, Func<ProviderMessage, ValueTask> see, CancellationToken cancel)
    {
        string? next = null;
        do
        {
            if (await Page(query, next, cancel) is not { } page)
                return false;
            foreach (var message in page.Messages)
                await see(message);
            next = page.Next;
        }
        while (next is not null);
        return true;
    }

    private async Task<MessagePage?> Page(MessageQuery query, string? next, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            cancel.ThrowIfCancellationRequested();
            Requests++;
            if ((await provider.ListMessages(query, next, cancel)).Value is { } page)
                return page;
        }

        return null;
    }
}

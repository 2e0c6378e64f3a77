using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Sending;

/// <summary>Texts and calls of our own accord, with a name of ours in the callback address: under it we hear how they fared (<see cref="Fates"/>).</summary>
public sealed class Sender(IProvider provider, Settings settings, TimeProvider clock)
{
    /// <summary>What has not reached a phone by then is not to come at all: the hour may be another one's.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(30);

    /// <summary>Before somebody's mailbox answers.</summary>
    private static readonly TimeSpan Ring = TimeSpan.FromSeconds(25);

    /// <summary>Clocks differ, and the provider's may run behind ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <param name="id">Ours, opaque; letters and digits.</param>
    /// <param name="validFor">Shorter than <see cref="ValidFor"/> where it is not to come later.</param>
    public async Task<ProviderResult<Created>> Text(string from, string to, string text, string id, CancellationToken cancel, TimeSpan? validFor = null)
    {
        var result = await provider.SendMessage(new OutboundMessage(to, from, text) { StatusCallback = Address($"delivery/{id}"), ValidFor = validFor < ValidFor ? validFor : ValidFor }, cancel);
        if (result.Accepted)
            SentOut.Count(settings, from, to, text);
        return result;
    }

    public async Task<ProviderResult<Created>> Call(string from, string to, string id, CancellationToken cancel)
    {
        var address = Address($"ring/{id}");
        var result = await provider.StartCall(new OutboundCall(to, from, address) { StatusCallback = address, RingFor = Ring }, cancel);
        if (result.Accepted)
            SentOut.Count(settings, from, to, null);
        return result;
    }

    /// <summary>Twilio tries once and forgets, unless the address itself asks for more (its page on connection overrides); the part behind # is not sent.</summary>
    private Uri Address(string path) => new($"{settings.PublicUrl}/{path}{(settings.Provider == ProviderKind.Twilio ? "#rc=2&rp=ct,rt,5xx" : "")}");

    /// <summary>Whether a text of which we do not know it went out: the provider lists what it took.</summary>
    /// <returns>Null when the provider could not be asked.</returns>
    public async Task<bool?> Went(string from, string to, string text, DateTimeOffset since, CancellationToken cancel)
    {
        var query = new MessageQuery(from, Inbound: false, since - Skew, clock.GetUtcNow() + Skew);
        string? next = null;
        do
        {
            var page = await provider.ListMessages(query, next, cancel);
            if (!page.Accepted)
                return null;
            if (page.Value.Messages.Any(message => message.To.TrimStart('+') == to.TrimStart('+') && message.Body == text))
                return true;
            next = page.Value.Next;
        }
        while (next is not null);
        return false;
    }
}

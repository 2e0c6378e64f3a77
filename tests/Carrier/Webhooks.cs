using System.Diagnostics.CodeAnalysis;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>Signs webhooks and brings them to the gateway; loses, delays and repeats them as told.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Webhooks(FakeProvider provider, int seed)
{
    private readonly Random dice = new(seed);
    private readonly Queue<WebhookFault> ordered = new();

    /// <summary>Where they go: <see cref="Carrier"/>.Post of a running gateway, or anything else. None: nobody is there.</summary>
    public Func<Signed, Task<Heard>>? Sink { get; set; }

    public WebhookRates Rates { get; set; } = WebhookRates.None;

    /// <summary>Every request that went off, with the status it came back with; 0 when nobody was there.</summary>
    public List<(Signed Request, int Status)> Posted { get; } = [];

    /// <summary>Off for runs of millions.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>What becomes of the next webhook that is not a status callback.</summary>
    public void Next(WebhookFault fault)
    {
        lock (dice)
            ordered.Enqueue(fault);
    }

    /// <summary>A status callback of a message, as late, as often, or as little as the rates say.</summary>
    public void Tell(KeptMessage message, DateTimeOffset at)
    {
        if (message.StatusCallback is { Length: > 0 } address)
            Tell(address, WebhookKind.Delivery, Forms.Delivery(provider, message), at);
    }

    public void Tell(string address, WebhookKind kind, IReadOnlyList<(string, string)> fields, DateTimeOffset at)
    {
        if (Chance() < Rates.Lost)
            return;
        for (var copies = Chance() < Rates.Repeated ? 2 : 1; copies > 0; copies--)
            provider.Agenda.Plan(at + (Rates.Latest * Chance()), async _ => await Send(address, kind, fields, WebhookFault.None));
    }

    /// <summary>A webhook whose answer is waited for.</summary>
    /// <param name="fault">Overrules what was ordered and the dice.</param>
    /// <returns>Null when no answer came, or none of 200.</returns>
    public Task<Heard?> Ask(string address, WebhookKind kind, IReadOnlyList<(string, string)> fields, WebhookFault? fault = null) => Send(address, kind, fields, fault ?? Roll());

    private async Task<Heard?> Send(string address, WebhookKind kind, IReadOnlyList<(string, string)> fields, WebhookFault fault)
    {
        var to = WebhookAddress.Of(address, twilio: !provider.IsSomleng);
        var request = new Signed(kind, Target(to.Url), [.. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]) { Provider = provider.Kind };
        request = request.Sign(provider.Token, provider.PublicUrl);
        for (var left = to.Repeats; ; left--)
        {
            // Lost on the way is lost each time; an answer is lost once.
            var heard = fault == WebhookFault.Lost ? null : await Post(request);
            if (fault == WebhookFault.AnswerLost)
                (heard, fault) = (null, to.AfterTimeOut ? WebhookFault.None : WebhookFault.Lost);
            if (heard is { Status: >= 200 and < 300 })
                return heard;
            if (left <= 0 || (heard is { Status: >= 500 } && !to.AfterError) || heard is { Status: < 500 })
                return null;
        }
    }

    private async Task<Heard?> Post(Signed request)
    {
        Heard? heard = null;
        try
        {
            heard = Sink is null ? null : await Sink(request);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // Nobody there, or not in time.
        }

        if (Keeps)
            lock (Posted)
                Posted.Add((request, heard?.Status ?? 0));
        return heard;
    }

    private WebhookFault Roll()
    {
        lock (dice)
            if (ordered.TryDequeue(out var fault))
                return fault;
        var roll = Chance();
        return roll < Rates.Lost ? WebhookFault.Lost : roll < Rates.Lost + Rates.AnswerLost ? WebhookFault.AnswerLost : WebhookFault.None;
    }

    private double Chance()
    {
        lock (dice)
            return dice.NextDouble();
    }

    private string Target(string url) => url.StartsWith(provider.PublicUrl + "/", StringComparison.Ordinal)
        ? url[provider.PublicUrl.Length..]
        : throw new InvalidOperationException("A webhook's address leads away from the public address.");
}

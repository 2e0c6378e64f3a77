using System.Diagnostics.CodeAnalysis;
using Hotline.Functions.Providers;

namespace Hotline.Tests.Tips;

/// <summary>Takes a text or not, and says so, says otherwise or says nothing, as the dice fall. What it took is told to whoever watches.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class MoodyProvider(Random dice, Death death, TimeProvider clock, Action<OutboundMessage> took) : IProvider
{
    private readonly List<(OutboundMessage Message, DateTimeOffset At)> taken = [];

    public bool Calm { get; set; }

    public async Task<ProviderResult<Created>> SendMessage(OutboundMessage message, CancellationToken cancel) => await death.Step<ProviderResult<Created>>(() => new(Calm ? Take(message) : dice.Next(20) switch
    {
        0 or 1 => new Failure.TryLater(TimeSpan.FromSeconds(dice.Next(120))),
        2 => Lost(message),
        3 => new Failure.Unknown(),
        4 => new Failure.RefusedForGood((RefusalKind)dice.Next(8)),
        5 => new Failure.OptedOut(),
        _ => Take(message),
    }));

    public Task<ProviderResult<MessagePage>> ListMessages(MessageQuery query, string? next, CancellationToken cancel) => Task.FromResult<ProviderResult<MessagePage>>(!Calm && dice.Next(3) == 0
        ? new Failure.TryLater(TimeSpan.FromSeconds(10))
        : new MessagePage([.. taken.Where(one => one.At >= query.From).Select(one => new ProviderMessage("SM", false, "sent", one.Message.From, one.Message.To, one.Message.Body, one.At, null))], null));

    public Task<ProviderResult<ProviderMessage>> FetchMessage(string sid, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<Gone>> RedactMessage(string sid, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<Gone>> DeleteMessage(string sid, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<Created>> StartCall(OutboundCall call, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<Gone>> EndCall(string sid, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<FetchedRecording>> FetchRecording(string address, Stream into, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProviderResult<Gone>> DeleteRecording(string sid, CancellationToken cancel) => throw new NotSupportedException();

    private Created Take(OutboundMessage message)
    {
        taken.Add((message, clock.GetUtcNow()));
        took(message);
        return new Created("SM");
    }

    private Failure.Unknown Lost(OutboundMessage message)
    {
        Take(message);
        return new Failure.Unknown();
    }
}

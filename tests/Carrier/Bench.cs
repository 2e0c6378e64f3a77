using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;

namespace Hotline.Tests.Carriers;

/// <summary>A fake provider with the real client before it, on a clock moved by hand.</summary>
internal sealed class Bench : IDisposable
{
    public const string Person = "+85512987654";

    public Bench(ProviderKind kind = ProviderKind.Twilio, int seed = 1)
    {
        Provider = new FakeProvider(Clock, seed, kind);
        Client = new ProviderClient(Provider.Account, Clock, patience: Quick, handler: Provider.Handler);
    }

    /// <summary>What is certain to have done nothing is repeated once, and no repeat is waited for.</summary>
    public static Patience Quick { get; } = new() { Repeats = 1, FirstWait = TimeSpan.Zero, LongestWait = TimeSpan.Zero };

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public FakeProvider Provider { get; }

    public ProviderClient Client { get; }

    public static OutboundMessage Message(string body = "សួស្តី", string to = Person) => new(to, Carrier.Line, body);

    public Task<ProviderResult<Created>> Send(string body = "សួស្តី", string to = Person) => Client.SendMessage(Message(body, to), default);

    public async Task<IReadOnlyList<ProviderMessage>> List(bool inbound)
    {
        List<ProviderMessage> all = [];
        var now = Clock.GetUtcNow();
        string? next = null;
        do
        {
            var page = (await Client.ListMessages(new(Carrier.Line, inbound, now.AddDays(-1), now.AddDays(1)), next, default)).Value!;
            all.AddRange(page.Messages);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }

    public async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        await Provider.Advance();
    }

    public void Dispose() => Client.Dispose();
}

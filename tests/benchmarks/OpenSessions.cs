using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Benchmarks;

/// <summary>Opens sessions by real turns. Which caller says what is worked out anew from the caller's number, so that nothing is kept here that grows with them.</summary>
internal sealed class OpenSessions(ServiceProvider services)
{
    private const string Line = "85512000000";

    private readonly Switchboard switchboard = services.GetRequiredService<Switchboard>();
    private readonly Pseudonyms pseudonyms = services.GetRequiredService<Pseudonyms>();
    private readonly Random random = new(20_261_122);
    private int callers = -1;
    private int open;
    private long turns;

    public int Open => open;

    public long Turns => turns;

    /// <summary>Time goes on by two milliseconds a caller, so that not all wake up in the same minute.</summary>
    public Task OpenUpTo(int wanted, int atOnce, BenchClock clock) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
    {
        while (Volatile.Read(ref open) < wanted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(2));
            if (await Talk(Interlocked.Increment(ref callers)))
                Interlocked.Increment(ref open);
        }
    })));

    /// <summary>Someone who wrote before writes again; who comes back through the front door or ended is one more conversation.</summary>
    public async Task OneMore()
    {
        var caller = random.Next(callers);
        var (talk, said) = Of(caller);
        await Say(caller, talk.Channel, 1_000 + (int)turns, talk.Inputs[said % talk.Inputs.Count]);
    }

    private static (SampleTalk Talk, int Said) Of(int caller)
    {
        // A good mix of the number's bits: the same caller always says the same.
        var mixed = (uint)caller * 2654435761u;
        var talk = SampleTalk.All[(int)(mixed % SampleTalk.All.Count)];
        return (talk, 1 + (int)((mixed >> 16) % Math.Min(8, talk.Inputs.Count - 1)));
    }

    private async Task<bool> Talk(int caller)
    {
        var (talk, said) = Of(caller);
        var left = false;
        for (var i = 0; i < said; i++)
            left = await Say(caller, talk.Channel, i, talk.Inputs[i]);
        return left;
    }

    private async Task<bool> Say(int caller, Channel channel, int number, Input input)
    {
        Interlocked.Increment(ref turns);
        var phone = string.Create(CultureInfo.InvariantCulture, $"+855{10_000_000 + caller}");
        var id = string.Create(CultureInfo.InvariantCulture, $"SM{caller:x16}{number:x16}");
        var call = channel == Channel.Voice ? phone[4..] : null;
        var answered = await switchboard.Take(new TurnRequest(pseudonyms.OfNumber(phone), Line, id, input, new Circumstances(channel, false, "KH", call), phone), BenchGateway.Render);
        return answered.Turn?.Next is not null;
    }
}

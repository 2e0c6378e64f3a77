using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Keys;

/// <summary>Two gateways on one database and one key file, as two instances in the cloud are: they share nothing else.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private readonly Scratch folder = new();

    private Pair()
    {
    }

    public Served First { get; private set; } = null!;

    public Served Second { get; private set; } = null!;

    /// <summary>The second one's; it may go ahead.</summary>
    public FakeClock SecondClock { get; private set; } = null!;

    public FakeClock Clock => First.Clock;

    public string Folder => folder.Folder;

    public IStore Store => First.Services.GetRequiredService<IStore>();

    public static Task<Pair> Start(params string[] more) => Start(deaf: false, more);

    /// <param name="deaf">The second one keeps the keys that it started with.</param>
    public static async Task<Pair> Start(bool deaf, params string[] more)
    {
        var pair = new Pair { SecondClock = new FakeClock(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero)) };
        pair.First = await Served.Start(pair.Folder, development: true, clock: new FakeClock(pair.SecondClock.GetUtcNow()), more: more);
        pair.Second = await Served.Start(pair.Folder, development: true, clock: pair.SecondClock, more: more, change: builder =>
        {
            if (deaf)
                builder.Services.AddSingleton(new LivingRing(new FileKeys(Path.Combine(pair.Folder, "keys")).Read()));
        });
        return pair;
    }

    public void Pass(TimeSpan time)
    {
        foreach (var gateway in new[] { First, Second })
        {
            gateway.Clock.Advance(time);
            gateway.Services.GetRequiredService<LivingRing>().Look();
            gateway.Services.GetRequiredService<LivingTokens>().Look();
        }
    }

    /// <summary>-- keys …, as a process of its own would do it.</summary>
    public async Task<(int Code, string Said)> Keys(params string[] arguments) => await Keys("", arguments, []);

    public async Task<(int Code, string Said)> Keys(string input, string[] arguments, params string[] more)
    {
        using var output = new StringWriter();
        await using var process = await Served.Start(Folder, development: true, clock: new FakeClock(Clock.GetUtcNow()), more: more);
        return (await process.Services.GetRequiredService<KeysCommand>().Run(["keys", .. arguments], new StringReader(input), output), output.ToString());
    }

    /// <summary>A new key that all use.</summary>
    public async Task Rotate(params string[] purposes)
    {
        foreach (var purpose in purposes)
            await Keys("rotate", purpose);
        Pass(TimeSpan.FromMinutes(6));
        Pass(TimeSpan.FromMinutes(6));
    }

    public async Task<IReadOnlyList<(string Shard, Row Row)>> Rows(string prefix, IStore? store = null)
    {
        List<(string, Row)> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange((await (store ?? Store).Scan(shard, prefix, RowKeys.After(prefix))).Select(row => (shard, row)));
        return rows;
    }

    /// <summary>A key that was in use before the last rotation.</summary>
    public string Older(KeyPurpose purpose) => First.Services.GetRequiredService<LivingRing>().Now.Of(purpose)[^1].Id;

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        folder.Dispose();
    }
}

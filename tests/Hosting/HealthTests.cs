using System.Net;
using Hotline.Functions.Health;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>/health tells of what other processes did, in words, and is 200 while the store accepts writes.</summary>
public sealed class HealthTests
{
    private static readonly string[] Numbered = [$"--Provider:Number={Carrier.Line}"];

    [Fact]
    public async Task What_one_process_did_every_process_tells()
    {
        using var folder = new Scratch();
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        await using var sweeping = await Served.Start(folder.Folder, clock: clock, more: Numbered);
        await using var asked = await Served.Start(folder.Folder, clock: clock, more: Numbered);
        Assert.Equal(["ok", "no sweep yet", "no comparison with the provider's list yet", "no look after check-ins yet", "no look for what has had its time yet"], await Ask(asked));

        var pulses = sweeping.Services.GetRequiredService<Pulses>();
        foreach (var chore in Enum.GetValues<Chore>())
            await pulses.Did(chore, 0, 0, null, default);
        Assert.Equal(["ok"], await Ask(asked));

        await pulses.Did(Chore.ToDos, waiting: 7, dead: 2, away: clock.GetUtcNow().AddMinutes(-3), default);
        Assert.Equal(["ok", "the provider has not answered since 2026-03-09T01:57:00Z; 7 texts and calls wait", "2 to-dos were given up: -- todo lists them"], await Ask(asked));

        await pulses.Did(Chore.ToDos, 0, 0, null, default);
        await pulses.Failed(Chore.Reconciler, "ListUnread", default);
        Assert.Equal(["ok", "the last comparison with the provider's list broke: ListUnread"], await Ask(asked));

        await pulses.Did(Chore.Reconciler, 0, 0, null, default);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["ok"], await Ask(asked));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["ok", "no sweep since 2026-03-09T02:00:00Z"], await Ask(asked));
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(5, (await Ask(asked)).Count);
    }

    [Fact]
    public async Task What_stays_the_same_is_written_once_a_minute()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var (pulses, store) = (gateway.Services.GetRequiredService<Pulses>(), gateway.Services.GetRequiredService<SqliteStore>());
        await pulses.Did(Chore.ToDos, 1, 0, null, default);
        var commits = store.Commits;
        for (var second = 0; second < 59; second++)
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            await pulses.Did(Chore.ToDos, 1, 0, null, default);
        }

        Assert.Equal(commits, store.Commits);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await pulses.Did(Chore.ToDos, 1, 0, null, default);
        await pulses.Did(Chore.ToDos, 2, 0, null, default);
        await pulses.Failed(Chore.ToDos, "store", default);
        await pulses.Failed(Chore.ToDos, "store", default);
        Assert.Equal(commits + 3, store.Commits);
        var row = await store.Read(CallerId.AllShards[0], RowKeys.Pulse("todos"));
        Assert.Equal(-1, row!.Body.Span.IndexOf("waiting"u8));
    }

    [Fact]
    public async Task A_store_that_takes_no_writes_is_503_and_one_that_does_again_is_told_at_once()
    {
        using var folder = new Scratch();
        var probe = new Probe();
        await using var gateway = await Served.Start(folder.Folder, change: builder => builder.Services.AddSingleton<IProbe>(probe));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri(gateway.Address + "/health");
        using var bad = await http.GetAsync(address);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the store does not accept writes"), (bad.StatusCode, await bad.Content.ReadAsStringAsync()));
        probe.Good = true;
        using var good = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task However_often_it_is_asked_it_looks_every_few_seconds()
    {
        using var folder = new Scratch();
        var probe = new Probe { Good = true };
        await using var gateway = await Served.Start(folder.Folder, change: builder => builder.Services.AddSingleton<IProbe>(probe));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri(gateway.Address + "/health");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.GetStringAsync(address)));
        Assert.InRange(probe.Asked, 1, 10);
    }

    private static async Task<IReadOnlyList<string>> Ask(Served gateway)
    {
        var report = ActivatorUtilities.CreateInstance<HealthReport>(gateway.Services);
        var (good, words) = await report.Read();
        Assert.True(good);
        return words.Split('\n');
    }

    private sealed class Probe : IProbe
    {
        private int asked;

        public bool Good { get; set; }

        public int Asked => asked;

        public ValueTask<bool> AcceptsWrites()
        {
            Interlocked.Increment(ref asked);
            return new(Good);
        }
    }
}

using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Questions;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>What found no answer reaches whoever writes the answers, and nothing leads from it to the one who asked.</summary>
public sealed class QuestionTests
{
    [Fact]
    public async Task A_question_without_an_answer_leaves_its_callers_shard_and_keeps_no_digits()
    {
        using var scratch = new Scratch();
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        await using var served = await Served.Start(scratch.Folder, clock: clock);
        for (var n = 0; n < 12; n++)
        {
            var from = Carrier.Number();
            foreach (var text in new[] { "hello", "2", $"football results 2026 of the {n}th game, call 012 345 678" })
                await served.Carrier.Text(from, text);
        }

        var store = served.Services.GetRequiredService<IStore>();
        var sweeper = served.Services.GetRequiredService<Sweeper>();
        Assert.Equal(12, await Listed(served));
        clock.Advance(TimeSpan.FromSeconds(QuestionLanding.Longest));
        await sweeper.SweepOnce();
        await sweeper.SweepOnce();
        Assert.Equal(12, await Listed(served));
        var kept = 0;
        foreach (var shard in CallerId.AllShards)
        {
            kept += (await store.Scan(shard, RowKeys.Waiting("question", ""), RowKeys.After(RowKeys.Waiting("question", "")))).Count;
            Assert.DoesNotContain(await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)), row => RowKeys.KindOf(row.Key) == QuestionLanding.Kind);
        }

        Assert.Equal(12, kept);
    }

    private static async Task<int> Listed(Served served)
    {
        using var output = new StringWriter();
        await served.Services.GetRequiredService<QuestionsCommand>().Run(["--json"], output);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Contains("football results #### of the", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("345", line, StringComparison.Ordinal));
        return lines.Length;
    }
}

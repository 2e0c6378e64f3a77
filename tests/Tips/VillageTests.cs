using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>
/// Over random orders of joining, leaving, stops, broadcasts, clock, two workers, a moody provider and kills: nobody who stopped or left gets a tip, none goes
/// out outside the hours or after its broadcast was stopped, none twice, none more often than we say, and nothing stays behind.
/// </summary>
public sealed class VillageTests
{
    private const int Villages = 400;

    private static bool Of(Write write, string prefix) => write is Replace && write.Key.StartsWith(prefix, StringComparison.Ordinal);

    private static readonly (string Name, Action<HauntedStore>? Plant, int HoursAhead, string Sentence)[] Planted =
    [
        ("the end of a broadcast is lost", store => store.Loses = write => Of(write, RowKeys.AllBroadcasts), 0, "one went out after its broadcast was stopped"),
        ("who left is not deleted", store => store.Loses = write => write is Delete && write.Key.StartsWith(RowKeys.AllTips, StringComparison.Ordinal), 0, "one went to a person who left or stopped"),
        ("stops are not seen", store => store.Hides = row => row.Key.StartsWith("optout|", StringComparison.Ordinal), 0, "one went to a person who left or stopped"),
        ("nobody remembers what they got", store => store.Loses = write => Of(write, RowKeys.AllTips), 0, "two went to a person on one day"),
        ("nobody counts a month", store => store.Loses = write => Of(write, RowKeys.AllTips), 0, "a person got more than we said in a month"),
        ("what was begun is forgotten", store => store.Loses = write => Of(write, RowKeys.AllTips) || Of(write, "tipped|"), 0, "one went out twice"),
        ("the workers' clock is wrong", null, 7, "one went out outside the hours"),
        ("a to-do is never done", store => store.Loses = write => write is Delete && write.Key.StartsWith(RowKeys.Todo, StringComparison.Ordinal), 0, "a to-do stayed behind"),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Planted.Length)];

    [Fact]
    public async Task Nothing_goes_wrong_in_any_village()
    {
        var sent = 0;
        for (var seed = 0; seed < Villages; seed++)
        {
            var village = new Village(seed);
            Assert.Equal([], (await village.Run()).Select(wrong => $"seed {seed}: {wrong}"));
            sent += village.Watch.Sent;
        }

        // Not because nothing happened.
        Assert.True(sent > Villages, $"{sent} tips in {Villages} villages.");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_planted_fault_is_found(int which)
    {
        var (name, plant, ahead, sentence) = Planted[which];
        for (var seed = 0; seed < Villages; seed++)
            if ((await new Village(seed, plant, TimeSpan.FromHours(ahead)).Run()).Contains(sentence))
                return;
        Assert.Fail($"{name}: \"{sentence}\" was never said.");
    }
}

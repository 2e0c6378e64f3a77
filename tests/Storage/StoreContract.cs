using System.Text;
using Hotline.Functions.Storage;
using Xunit;

namespace Hotline.Tests.Storage;

/// <summary>What every store promises. A store's own test class derives from this and opens it.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private IStore? store;

    protected IStore Store => store!;

    public virtual async Task InitializeAsync() => store = await Open();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    /// <summary>Opens the same rows each time within one test.</summary>
    protected abstract Task<IStore> Open();

    [Fact]
    public async Task An_inserted_row_is_read_back()
    {
        await Committed("a", new Insert("k", Bytes("hello")));
        var row = await Store.Read("a", "k");
        Assert.Equal("k", row!.Key);
        Assert.Equal("hello", Text(row));
        Assert.Null(row.Columns);
        Assert.NotEmpty(row.Version);
    }

    [Fact]
    public async Task What_was_never_written_is_not_there()
    {
        await Committed("a", new Insert("k", Bytes("x")));
        Assert.Null(await Store.Read("a", "K"));
        Assert.Null(await Store.Read("b", "k"));
    }

    [Fact]
    public async Task The_same_key_in_another_shard_is_another_row()
    {
        await Committed("a", new Insert("k", Bytes("one")));
        await Committed("b", new Insert("k", Bytes("two")));
        Assert.Equal("one", Text(await Store.Read("a", "k")));
        Assert.Equal("two", Text(await Store.Read("b", "k")));
    }

    [Fact]
    public async Task Inserting_twice_is_a_conflict_and_keeps_the_first()
    {
        await Committed("a", new Insert("k", Bytes("first")));
        await Conflicts("a", new Insert("k", Bytes("second")));
        Assert.Equal("first", Text(await Store.Read("a", "k")));
    }

    [Fact]
    public async Task A_replace_needs_the_version_that_was_read()
    {
        await Committed("a", new Insert("k", Bytes("1")));
        var first = await Store.Read("a", "k");
        await Committed("a", new Replace("k", first!.Version, Bytes("2")));
        await Conflicts("a", new Replace("k", first.Version, Bytes("3")));
        Assert.Equal("2", Text(await Store.Read("a", "k")));
    }

    [Fact]
    public async Task Replacing_a_row_that_is_not_there_is_a_conflict()
    {
        await Committed("a", new Insert("k", Bytes("1")));
        await Conflicts("a", new Replace("other", (await Store.Read("a", "k"))!.Version, Bytes("2")));
        Assert.Null(await Store.Read("a", "other"));
    }

    [Fact]
    public async Task A_version_that_is_nonsense_is_a_conflict()
    {
        await Committed("a", new Insert("k", Bytes("1")));
        await Conflicts("a", new Replace("k", "W/\"not one of ours\"", Bytes("2")));
        await Conflicts("a", new Replace("k", "", Bytes("2")));
        await Conflicts("a", new Delete("k", "ឯកសារ"));
    }

    [Fact]
    public async Task A_version_never_comes_back_when_a_row_is_deleted_and_made_again()
    {
        await Committed("a", new Insert("k", Bytes("same")));
        var before = await Store.Read("a", "k");
        await Committed("a", new Delete("k"));
        await Committed("a", new Insert("k", Bytes("same")));
        await Conflicts("a", new Replace("k", before!.Version, Bytes("late")));
    }

    [Fact]
    public async Task Each_write_gives_a_new_version_even_with_the_same_body()
    {
        await Committed("a", new Insert("k", Bytes("same")));
        var first = await Store.Read("a", "k");
        await Committed("a", new Replace("k", first!.Version, Bytes("same")));
        Assert.NotEqual(first.Version, (await Store.Read("a", "k"))!.Version);
    }

    [Fact]
    public async Task A_delete_without_a_version_deletes_what_is_there_and_does_not_mind_if_nothing_is()
    {
        await Committed("a", new Insert("k", Bytes("1")));
        await Committed("a", new Delete("k"), new Delete("never there"));
        Assert.Null(await Store.Read("a", "k"));
    }

    [Fact]
    public async Task A_delete_with_a_version_needs_that_version()
    {
        await Committed("a", new Insert("k", Bytes("1")));
        var first = await Store.Read("a", "k");
        await Committed("a", new Replace("k", first!.Version, Bytes("2")));
        await Conflicts("a", new Delete("k", first.Version));
        await Committed("a", new Delete("k", (await Store.Read("a", "k"))!.Version));
        await Conflicts("a", new Delete("k", first.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_conflict_undoes_the_whole_commit_wherever_it_stands(int place)
    {
        await Committed("a", new Insert("taken", Bytes("old")), new Insert("kept", Bytes("old")), new Insert("changed", Bytes("old")));
        var changed = await Store.Read("a", "changed");
        var writes = new List<Write> { new Insert("new", Bytes("new")), new Delete("kept"), new Replace("changed", changed!.Version, Bytes("new")) };
        writes.Insert(place, new Insert("taken", Bytes("new")));
        await Conflicts("a", [.. writes]);
        Assert.Null(await Store.Read("a", "new"));
        Assert.Equal("old", Text(await Store.Read("a", "kept")));
        Assert.Equal(changed, await Store.Read("a", "changed"), SameRow);
        writes.RemoveAt(place);
        await Committed("a", [.. writes]);
        Assert.Null(await Store.Read("a", "kept"));
        Assert.Equal("new", Text(await Store.Read("a", "changed")));
    }

    [Fact]
    public async Task A_conflict_does_not_undo_what_others_commit_at_the_same_time()
    {
        await Committed("a", new Insert("taken", Bytes("old")));
        var results = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () => i % 3 == 0
            ? await Store.Commit("a", [new Insert($"half {i}", Bytes("x")), new Insert("taken", Bytes("x"))])
            : await Store.Commit("a", [new Insert($"whole {i}", Bytes("x")), new Insert($"whole {i} too", Bytes("x"))]))));
        Assert.Equal(100, results.Count(result => result == CommitResult.Conflict));
        Assert.Empty(await Store.Scan("a", "half", "half~"));
        Assert.Equal(400, (await Store.Scan("a", "whole", "whole~")).Count);
    }

    [Fact]
    public async Task An_empty_commit_is_committed() => await Committed("a");

    [Fact]
    public async Task A_scan_gives_the_ordinal_order_of_the_keys()
    {
        string[] keys = ["a", "A", "a|1", "a|10", "a|2", "a~", "a}", "|", "~", "ក", "កា", "ខ្មែរ", "ៜ", "០", "៩", "é", "z", "\uFFFD", "\uE000", " ", "todo|2026-11-22|x"];
        await Committed("a", [.. keys.Reverse().Select(key => new Insert(key, Bytes(key)))]);
        var found = await Store.Scan("a", "", "\uFFFF");
        Assert.Equal(keys.Order(StringComparer.Ordinal), found.Select(row => row.Key));
        Assert.All(found, row => Assert.Equal(row.Key, Text(row)));
    }

    [Fact]
    public async Task A_scan_holds_its_lower_bound_and_not_its_upper_one()
    {
        await Committed("a", Rows("1", "2", "3", "3|x", "4"));
        await Committed("b", Rows("2"));
        Assert.Equal(["2", "3", "3|x"], await Keys("2", "4"));
        Assert.Equal(["3"], await Keys("3", "3|"));
        Assert.Empty(await Keys("4", "2"));
        Assert.Empty(await Keys("2", "2"));
        Assert.Equal(["1"], await Keys("", "2"));
    }

    [Fact]
    public async Task A_limited_scan_gives_the_first_rows()
    {
        await Committed("a", Rows("1", "2", "3", "4"));
        Assert.Equal(["2", "3"], await Keys("2", "9", 2));
        Assert.Equal(["1", "2", "3", "4"], await Keys("", "9", 4));
        Assert.Empty(await Keys("", "9", 0));
    }

    [Fact]
    public async Task A_long_scan_gives_every_row_once()
    {
        foreach (var some in Enumerable.Range(0, 2_500).Chunk(StoreLimits.WritesPerCommit))
            await Committed("a", Rows([.. some.Select(number => $"row {number:0000}")]));
        Assert.Equal(Enumerable.Range(0, 2_500).Select(number => $"row {number:0000}"), await Keys("row", "row~"));
    }

    [Fact]
    public async Task Columns_come_back_as_they_went_in()
    {
        var columns = Columns.Of(
            ("day", new DateOnly(2026, 11, 22)), ("flow", "report"), ("note", "2026-11-22"), ("province", "ភ្នំពេញ \"12\" \\ 😀"), ("empty", ""),
            ("turns", 12), ("least", long.MinValue), ("most", long.MaxValue), ("seconds", 3.0), ("tiny", 1e-300), ("third", 1 / 3.0), ("child", true), ("safe", false));
        await Committed("a", new Insert("k", Bytes("x"), columns));
        var row = await Store.Read("a", "k");
        Assert.Equal(columns, row!.Columns);
        Assert.Equal(columns, (await Store.Scan("a", "", "~")).Single().Columns);
        await Committed("a", new Replace("k", row.Version, Bytes("x"), Columns.Of(("turns", 13))));
        Assert.Equal(Columns.Of(("turns", 13)), (await Store.Read("a", "k"))!.Columns);
        await Committed("a", new Replace("k", (await Store.Read("a", "k"))!.Version, Bytes("x")));
        Assert.Null((await Store.Read("a", "k"))!.Columns);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(StoreLimits.BodyBytes)]
    public async Task A_body_of_any_allowed_size_comes_back_whole(int size)
    {
        var body = new byte[size];
        new Random(size).NextBytes(body);
        await Committed("a", new Insert("k", body), new Insert("beside", Bytes("x")));
        Assert.True((await Store.Read("a", "k"))!.Body.Span.SequenceEqual(body));
    }

    [Fact]
    public async Task The_largest_commit_is_taken() =>
        await Committed("a", [.. Enumerable.Range(0, StoreLimits.WritesPerCommit).Select(i => new Insert($"{i}", new byte[StoreLimits.CommitBytes / StoreLimits.WritesPerCommit]))]);

    [Fact]
    public async Task A_commit_is_seen_by_every_read_after_it()
    {
        await Committed("a", new Insert("k", Bytes("0")));
        for (var i = 1; i <= 200; i++)
        {
            await Committed("a", new Replace("k", (await Store.Read("a", "k"))!.Version, Bytes($"{i}")));
            var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => Text(await Store.Read("a", "k")))));
            Assert.All(seen, text => Assert.Equal($"{i}", text));
        }
    }

    [Fact]
    public async Task Parallel_writers_lose_nothing()
    {
        const int Writers = 12, Each = 40, Counters = 3;
        await Committed("a", [.. Enumerable.Range(0, Counters).Select(i => new Insert($"counter {i}", Bytes("0")))]);
        var conflicts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var refused = 0;
            for (var i = 0; i < Each; i++)
            {
                while (!await Increment($"counter {(writer + i) % Counters}", $"trace {writer} {i}"))
                    refused++;
            }

            return refused;
        })));
        var sum = (await Store.Scan("a", "counter", "counter~")).Sum(row => int.Parse(Text(row)!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Writers * Each, sum);
        Assert.Equal(Writers * Each, (await Store.Scan("a", "trace", "trace~")).Count);
        Assert.True(conflicts.Sum() > 0, "The writers never met: the test proves nothing.");
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Commit("a", [new Insert("k", Bytes("x"))], cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Read("a", "k", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Scan("a", "", "~", cancel: cancelled.Token));
        Assert.Null(await Store.Read("a", "k"));
    }

    [Fact]
    public async Task Opened_again_everything_is_there()
    {
        await Committed("a", new Insert("k", Bytes("1"), Columns.Of(("turns", 3))), new Insert("ក|~", new byte[70_000]), new Insert("gone", Bytes("x")));
        await Committed("a", new Delete("gone"));
        var before = await Store.Scan("a", "", "\uFFFF");
        await Store.DisposeAsync();
        store = await Open();
        var after = await Store.Scan("a", "", "\uFFFF");
        Assert.Equal(before, after, SameRow);
        await Committed("a", new Replace("k", before.Single(row => row.Key == "k").Version, Bytes("2")));
    }

    [Fact]
    public async Task Closing_first_writes_what_waits()
    {
        var waiting = Enumerable.Range(0, 500).Select(i => Store.Commit("a", [new Insert($"{i}", Bytes("x"))]).AsTask()).ToList();
        await Store.DisposeAsync();
        Assert.All(await Task.WhenAll(waiting), result => Assert.Equal(CommitResult.Committed, result));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.Commit("a", [new Insert("late", Bytes("x"))]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.Read("a", "1"));
        store = await Open();
        Assert.Equal(500, (await Store.Scan("a", "", "~")).Count);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\uD83D\uDE00b")]
    [InlineData("")]
    public async Task A_key_that_not_every_store_can_hold_is_a_mistake_whose_text_does_not_quote_it(string key)
    {
        var mistake = await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Commit("a", [new Insert(key, Bytes("x"))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Commit(key, [new Insert("a", Bytes("x"))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Read("a", key));
        Assert.True(key.Length == 0 || !mistake.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_much_is_a_mistake()
    {
        var long512 = new string('ក', StoreLimits.KeyLength);
        await Committed(long512, new Insert(long512, Bytes("x")));
        Assert.NotNull(await Store.Read(long512, long512));
        await Mistake(new Insert(long512 + "ក", default));
        await Mistake(new Insert("k", new byte[StoreLimits.BodyBytes + 1]));
        await Mistake(new Insert("k", default), new Delete("k"));
        await Mistake(Rows([.. Enumerable.Range(0, StoreLimits.WritesPerCommit + 1).Select(i => $"{i}")]));
        await Mistake([.. Enumerable.Range(0, 4).Select(i => new Insert($"{i}", new byte[StoreLimits.BodyBytes]))]);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Scan("a", "", "~", -1));
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string? Text(Row? row) => row is null ? null : Encoding.UTF8.GetString(row.Body.Span);

    protected static Write[] Rows(params string[] keys) => [.. keys.Select(key => new Insert(key, Bytes(key)))];

    protected async Task Committed(string shard, params Write[] writes) => Assert.Equal(CommitResult.Committed, await Store.Commit(shard, writes));

    protected async Task Conflicts(string shard, params Write[] writes) => Assert.Equal(CommitResult.Conflict, await Store.Commit(shard, writes));

    private static bool SameRow(Row? one, Row? other) =>
        one!.Key == other!.Key && one.Version == other.Version && one.Body.Span.SequenceEqual(other.Body.Span) && Equals(one.Columns, other.Columns);

    private async Task Mistake(params Write[] writes) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Commit("a", writes));

    private async Task<string[]> Keys(string from, string to, int limit = int.MaxValue) => [.. (await Store.Scan("a", from, to, limit)).Select(row => row.Key)];

    private async Task<bool> Increment(string counter, string trace)
    {
        var row = await Store.Read("a", counter);
        var next = int.Parse(Text(row)!, System.Globalization.CultureInfo.InvariantCulture) + 1;
        return await Store.Commit("a", [new Insert(trace, default), new Replace(counter, row!.Version, Bytes($"{next}"))]) == CommitResult.Committed;
    }
}

using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Xunit;

namespace Hotline.Tests.Alerts;

/// <summary>
/// From a word on the check-in line to the fifth hour of its alert: whoever sees our traffic, or our rows without their keys, cannot tell the duress word
/// from a wrong one. All that goes out and all that is stored is written down with its second, and compared line by line.
/// </summary>
public sealed class SameTrafficTests
{
    private const string Person = "+85512345678";
    private const string Wrong = "ផ្កាឈូក";
    private const string Duress = "ចេកអំបូង";

    [Fact]
    public async Task A_wrong_word_and_the_duress_word_leave_the_same_traffic_and_the_same_rows()
    {
        var (wrong, duress) = (await Night(Wrong), await Night(Duress));
        Assert.Equal(wrong, duress);
        Assert.True(wrong.Count(line => line.Contains(" text ", StringComparison.Ordinal)) > 20, $"{wrong.Count} lines");
        Assert.True(wrong.Count(line => line.Contains(" row ", StringComparison.Ordinal)) > 100, $"{wrong.Count} lines");
    }

    [Fact]
    public async Task One_byte_more_in_the_row_of_one_would_be_seen() =>
        Assert.NotEqual(await Night(Wrong), await Night(Duress, write => write is Insert { Body: var body } insert && write.Key.StartsWith("kept|page", StringComparison.Ordinal) ? insert with { Body = (byte[])[.. body.Span, 0] } : write, breaks: true));

    [Fact]
    public async Task A_page_that_is_told_otherwise_would_be_seen() => Assert.NotEqual(await Night(Wrong), await Night(Duress, page: "dara"));

    /// <returns>What went out and what was stored, without what is drawn anew each time.</returns>
    private static async Task<List<string>> Night(string word, Func<Write, Write>? plant = null, bool breaks = false, string page = "sophea")
    {
        var lines = new List<string>();
        Func<TimeSpan> time = () => TimeSpan.Zero;
        var watching = false;
        await using var town = await Town.Build(1, store: inner => new Noted(inner, plant, write => { if (watching) lines.Add($"{time():hh\\:mm\\:ss} row {Shape(write)}"); }), more: Duty.Settings);
        await town.Enrol(Person, page);
        var began = town.Now;
        time = () => town.Now - began;
        watching = true;
        await town.Provider.Receive(Person, Town.CheckIns, word);
        // A page that does not open stays where it is, so its alert breaks; what was seen until then is enough.
        await town.Live(breaks ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(5));
        watching = false;
        lines.AddRange(town.Provider.Ledger.All.Where(sent => sent.To != Person).Select(sent => $"{sent.Accepted - began:hh\\:mm\\:ss} {(sent.Kind == SentKind.Text ? "text" : "call")} {sent.To} {(sent.Kind == SentKind.Text ? sent.Body.Replace(sent.Body[^6..], "######", StringComparison.Ordinal) : $"{sent.Body.Length}")}"));
        lines.AddRange(town.Provider.Ledger.To(Person).Select(sent => $"to the client: {sent.Kind} {sent.Body}"));
        return lines;
    }

    /// <summary>Kind and length of the key, and of the body.</summary>
    private static string Shape(Write write) =>
        $"{write.GetType().Name} {string.Join('|', write.Key.Split('|').Select((part, n) => n == 0 || (n == 2 && write.Key.StartsWith(RowKeys.Todo, StringComparison.Ordinal)) ? part : $"{part.Length}"))} {write switch { Insert insert => insert.Body.Length, Replace replace => replace.Body.Length, _ => 0 }}";

    private sealed class Noted(IStore inner, Func<Write, Write>? plant, Action<Write> note) : IStore
    {
        public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default) => inner.Read(shard, key, cancel);

        public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) => inner.Scan(shard, from, to, limit, cancel);

        public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
        {
            IReadOnlyList<Write> planted = plant is null ? writes : [.. writes.Select(plant)];
            foreach (var write in planted)
                note(write);
            return inner.Commit(shard, planted, cancel);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

using System.Text;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.Reconciling;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Recordings;

/// <summary>From the provider's recording to ours, and nothing of it anywhere else.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task A_recording_is_fetched_once_sealed_and_then_deleted_at_the_provider()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        var address = post.AddressOf(recording);
        await post.CalledBack(recording);
        await post.Reported(address);
        await post.Sweep();
        await post.CalledBack(recording);
        await post.Sweep();
        Assert.Equal((1, true), (recording.Fetched, recording.Deleted));
        Assert.Equal(recording.Sound, await post.Sound(address));
        Assert.Equal(new Recording(RecordingState.Kept, null, new DateOnly(2026, 11, 22)) { Seconds = 17, Bytes = recording.Sound.Length, Type = "audio/x-wav", Fetch = (await post.Standing(address))!.Fetch }, await post.Standing(address));
        Assert.Empty(await post.Rows("todo|"));
        Assert.DoesNotContain(await post.Rows("sound|"), row => row.Body.Span.IndexOf(recording.Sound.AsSpan(44, 64)) >= 0);
        Assert.All(new[] { recording.Sid, address, Post.Person.TrimStart('+') }, secret => Assert.DoesNotContain(secret, post.Logs.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_alone_is_enough_when_its_callback_was_lost()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        await post.Reported(post.AddressOf(recording));
        await post.Sweep();
        Assert.Equal(recording.Sound, await post.Sound(post.AddressOf(recording)));
        Assert.True(recording.Deleted);
    }

    [Fact]
    public async Task So_is_a_check_in()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        var result = new CheckInResult("bcdfgh", new DateOnly(2026, 11, 22), Channel.Voice, true) { Recording = post.AddressOf(recording) };
        var key = RowKeys.CheckIn(result.Client, result.Day, "id");
        await post.Store.Commit("05", [new Insert(key, post.Of<Sealer>().Seal("05", key, JsonSerializer.SerializeToUtf8Bytes(result, CheckInJson.Default.CheckInResult)))]);
        await post.Pass(TimeSpan.FromMinutes(1));
        await post.Sweep();
        Assert.True(recording.Deleted);
        Assert.Equal(recording.Sound, await post.Sound(post.AddressOf(recording)));
    }

    [Fact]
    public async Task Twenty_megabytes_lie_in_parts_that_fit()
    {
        await using var post = new Post();
        post.Provider.Recordings.SoundBytes = 20 * 1024 * 1024;
        var recording = post.Recorded();
        await post.CalledBack(recording);
        await post.Pass(TimeSpan.FromMinutes(1));
        await post.Sweep();
        Assert.True(recording.Deleted);
        var parts = await post.Rows("sound|");
        Assert.Equal(23, parts.Count);
        Assert.All(parts, row => Assert.InRange(row.Body.Length, 1, StoreLimits.BodyBytes));
        Assert.True((await post.Sound(post.AddressOf(recording))).AsSpan().SequenceEqual(recording.Sound));
    }

    [Fact]
    public async Task What_is_not_there_yet_is_fetched_later_and_given_up_in_sight_after_two_weeks()
    {
        await using var post = new Post();
        var late = post.Provider.Recordings.Add("RE" + new string('a', 32), "CA" + new string('a', 32), TimeSpan.FromMinutes(30), post.Clock.GetUtcNow());
        var never = post.Provider.Recordings.Add("RE" + new string('b', 32), "CA" + new string('b', 32), TimeSpan.FromDays(99), post.Clock.GetUtcNow());
        await post.CalledBack(late);
        await post.CalledBack(never);
        await post.Sweep();
        Assert.Equal(RecordingState.Expected, (await post.Standing(post.AddressOf(late)))!.State);
        for (var day = 0; day < 16; day++)
        {
            await post.Pass(TimeSpan.FromDays(1));
            await post.Sweep();
        }

        Assert.Equal(RecordingState.Kept, (await post.Standing(post.AddressOf(late)))!.State);
        Assert.Single(await post.Rows("dead|recording|"));
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/Recordings/")]
    [InlineData("https://169.254.169.254/Recordings/")]
    public async Task Another_host_is_never_asked_and_staff_are_told_why(string host)
    {
        await using var post = new Post();
        var address = host + "RE" + new string('c', 32);
        await post.Of<RecordingBook>().Expect(address, 17, default);
        await post.Pass(TimeSpan.FromMinutes(1));
        await post.Sweep();
        Assert.Empty(post.Asked);
        var standing = await post.Standing(address);
        Assert.Equal(RecordingState.Expected, standing!.State);
        Assert.Contains("Provider__MediaHosts", standing.Why, StringComparison.Ordinal);
        // An operator may still add the host.
        Assert.Single(await post.Rows("todo|"));
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_sound_is_not_kept_and_the_providers_copy_stays()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        "  <html><body>Please log in</body></html>"u8.CopyTo(recording.Sound);
        await post.CalledBack(recording);
        await post.Pass(TimeSpan.FromMinutes(1));
        await post.Sweep();
        Assert.Equal((false, RecordingState.Expected), (recording.Deleted, (await post.Standing(post.AddressOf(recording)))!.State));
        Assert.Empty(await post.Rows("sound|"));
        Assert.Single(await post.Rows("dead|recording|"));
    }

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("", 5, false)]
    [InlineData("RIFF0123", 8, true)]
    [InlineData("RIFF0123", 9, false)]
    [InlineData("{\"error\":1}", 11, false)]
    [InlineData("\r\n <Error/>", 11, false)]
    [InlineData("    ", 4, false)]
    public void What_counts_as_a_sound(string content, int promised, bool is_)
    {
        using var sound = new MemoryStream();
        sound.Write(Encoding.ASCII.GetBytes(content));
        Assert.Equal(is_, SoundCheck.Of(sound, new FetchedRecording(promised, "audio/x-wav")) is null);
    }

    [Fact]
    public async Task Somleng_cannot_delete_and_staff_are_told()
    {
        await using var post = new Post(kind: ProviderKind.Somleng);
        var recording = post.Recorded();
        await post.Reported(post.AddressOf(recording));
        await post.Sweep();
        Assert.Equal(recording.Sound, await post.Sound(post.AddressOf(recording)));
        Assert.Empty(await post.Rows("todo|"));
        var all = await new RecordingShelf(post.Store, post.Of<Sealer>(), post.Of<Pseudonyms>()).All();
        Assert.StartsWith("AT THE PROVIDER: 1 recordings that it does not delete", RecordingText.Undeletable(all.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_before_it_was_fetched_it_is_only_deleted()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        var report = await post.Reported(post.AddressOf(recording));
        await post.Withdrawn(report);
        await post.Sweep();
        await AssertGone(post, recording, fetched: 0);
    }

    [Fact]
    public async Task Withdrawn_after_it_was_fetched_its_sound_goes_too_and_does_not_come_back()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        var report = await post.Reported(post.AddressOf(recording));
        await post.Sweep();
        Assert.NotEmpty(await post.Rows("sound|"));
        await post.Withdrawn(report);
        await post.Sweep();
        await AssertGone(post, recording, fetched: 1);
        // A callback, or a landing, that comes later still.
        recording.Deleted = false;
        await post.CalledBack(recording);
        await post.Sweep();
        await AssertGone(post, recording, fetched: 1);
    }

    [Fact]
    public async Task Withdrawn_while_it_is_fetched_nothing_of_it_stays()
    {
        await using var post = new Post();
        post.Provider.Recordings.SoundBytes = 5 * 1024 * 1024;
        var recording = post.Recorded();
        var report = await post.Reported(post.AddressOf(recording));
        post.Provider.After = async (asked, _) =>
        {
            if (FakeProvider.KindOf(asked.Method, asked.Path) == RequestKind.FetchRecording && (await post.Rows("report|")).Count > 0)
            {
                await post.Withdrawn(report);
                await post.Of<RecordingBook>().Discard(post.AddressOf(recording), default);
            }
        };
        await post.Sweep(8);
        await AssertGone(post, recording, fetched: 1);
    }

    [Fact]
    public async Task Erased_in_the_call_it_is_never_fetched_though_its_callback_comes_first()
    {
        await using var post = new Post();
        var recording = post.Recorded();
        await post.CalledBack(recording);
        await post.Erased(post.AddressOf(recording));
        await post.Pass(TimeSpan.FromMinutes(1));
        await post.Sweep();
        await AssertGone(post, recording, fetched: 0);
    }

    [Fact]
    public async Task Erased_before_the_provider_has_made_it_it_is_deleted_once_it_is_there()
    {
        await using var post = new Post();
        var address = "https://api.twilio.com/2010-04-01/Accounts/" + post.Provider.AccountSid + "/Recordings/RE" + new string('d', 32);
        await post.Erased(address);
        await post.Sweep();
        var recording = post.Provider.Recordings.Add("RE" + new string('d', 32), "CA" + new string('d', 32), TimeSpan.FromSeconds(9), post.Clock.GetUtcNow());
        await post.Pass(TimeSpan.FromMinutes(20));
        await post.Sweep();
        await AssertGone(post, recording, fetched: 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_between_any_two_steps_it_is_kept_whole_and_deleted_or_gone_altogether(bool withdrawn)
    {
        var kills = 0;
        for (var at = 1; at <= 24; at++)
            foreach (var after in new[] { false, true })
            {
                await using var post = new Post(seed: at);
                post.Provider.Recordings.SoundBytes = 3 * 1024 * 1024;
                var recording = post.Recorded();
                var report = await post.Reported(post.AddressOf(recording));
                (post.Store.DiesAt, post.Store.DiesAfter) = (at, after);
                try
                {
                    await post.Sweep(2);
                    if (withdrawn)
                        await post.Withdrawn(report);
                    await post.Sweep(2);
                }
                catch (StoreUnavailable)
                {
                    kills++;
                }

                post.Restart();
                if (withdrawn)
                    await post.Withdrawn(report);
                for (var i = 0; i < 4; i++)
                {
                    await post.Pass(TimeSpan.FromMinutes(20));
                    await post.Sweep(2);
                }

                Assert.True(recording.Deleted);
                Assert.Empty(await post.Rows("todo|"));
                Assert.Empty(await post.Rows("dead|"));
                if (withdrawn)
                    Assert.Empty(await post.Rows("sound|"));
                else
                    Assert.True((await post.Sound(post.AddressOf(recording))).AsSpan().SequenceEqual(recording.Sound));
                Assert.InRange((await post.Rows("sound|")).Count, 0, 4);
            }

        Assert.InRange(kills, 8, 48);
    }

    [Fact]
    public async Task A_bad_day_loses_no_recording()
    {
        await using var post = new Post(seed: 7);
        post.Provider.Faults.Rates = FaultRates.Bad;
        var recordings = Enumerable.Range(0, 40).Select(_ => post.Recorded()).ToList();
        foreach (var recording in recordings)
            await post.CalledBack(recording);
        for (var i = 0; i < 30; i++)
        {
            await post.Pass(TimeSpan.FromMinutes(20));
            await post.Sweep(1);
        }

        Assert.All(recordings, recording => Assert.True(recording.Deleted));
        foreach (var recording in recordings)
            Assert.Equal(recording.Sound, await post.Sound(post.AddressOf(recording)));
        Assert.Empty(await post.Rows("todo|"));
    }

    [Fact]
    public async Task Whoever_holds_the_keys_hears_it_and_no_file_is_written_over()
    {
        await using var post = new Post();
        using var folder = new Scratch();
        var recording = post.Recorded();
        var report = await post.Reported(post.AddressOf(recording));
        await post.Sweep();
        await post.CalledBack(recording);
        var shelf = new RecordingShelf(post.Store, post.Of<Sealer>(), post.Of<Pseudonyms>());
        var shelves = new Shelves(post.Store, post.Of<Hotline.Functions.Cases.CaseKeys>(), post.Of<Hotline.Functions.Cases.CaseSealer>());
        var filed = Assert.Single((await shelves.Read()).Reports);
        Assert.Equal(["kept here, 17 seconds, 844 bytes"], shelf.Of(filed, await shelf.All()).Select(RecordingText.State));
        Assert.Empty(await shelf.Nobodys([filed], await shelf.All(), post.Clock.GetUtcNow().AddDays(9)));
        var command = new SoundCommand(shelves, shelf, post.Of<Sounds>(), post.Clock);
        var file = folder.Path("heard.wav");
        Assert.Equal(0, await command.Run(["sound", report[..6], "1", file], TextWriter.Null));
        Assert.Equal(recording.Sound, await File.ReadAllBytesAsync(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await File.WriteAllTextAsync(file, "mine");
        foreach (var asked in new string[][] { ["sound", report[..6], "1", file], ["sound", report[..6], "2", file], ["sound", "nobody", "1", file], ["sound", report[..6], "0", file], ["sound"] })
            Assert.Equal(1, await command.Run(asked, TextWriter.Null));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_recording_of_which_no_report_is_known_is_shown_and_can_be_heard()
    {
        await using var post = new Post();
        using var folder = new Scratch();
        var recording = post.Recorded();
        await post.CalledBack(recording);
        await post.Pass(TimeSpan.FromDays(3));
        await post.Sweep();
        var shelf = new RecordingShelf(post.Store, post.Of<Sealer>(), post.Of<Pseudonyms>());
        var found = Assert.Single(await shelf.Nobodys([], await shelf.All(), post.Clock.GetUtcNow().AddDays(2)));
        Assert.Contains("of a call that no report is known of", RecordingText.Nobodys(found), StringComparison.Ordinal);
    }

    private static async Task AssertGone(Post post, KeptRecording recording, int fetched)
    {
        Assert.Equal((fetched, true), (recording.Fetched, recording.Deleted));
        Assert.Empty(await post.Rows("sound|"));
        Assert.Empty(await post.Rows("kept|discard|"));
        Assert.Empty(await post.Rows("todo|"));
        Assert.Equal((RecordingState.Discarded, null), ((await post.Standing(post.AddressOf(recording))) is { } standing ? standing.State : default, (await post.Standing(post.AddressOf(recording)))!.Address));
    }
}

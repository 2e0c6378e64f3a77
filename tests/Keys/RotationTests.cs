using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>Keys are rotated while people talk: nobody is moved, nothing is told twice and nothing is lost.</summary>
public sealed class RotationTests
{
    private static readonly string[] Telling = [Reopened.Story, "1", "2", "2", "2", "1"];

    private static readonly string[] Every = ["pseudonym", "seal", "receipt", "turn"];

    [Theory]
    [InlineData("pseudonym")]
    [InlineData("seal")]
    [InlineData("receipt")]
    [InlineData("turn")]
    public async Task A_report_half_told_goes_on_where_it_was_on_either_gateway(string purpose)
    {
        await using var pair = await Pair.Start();
        var from = Carrier.Number();
        await pair.Keys("rotate", purpose);
        pair.Pass(TimeSpan.FromMinutes(9));
        Heard heard = null!;
        for (var i = 0; i < Telling.Length; i++)
        {
            if (i == 3)
                pair.Pass(TimeSpan.FromMinutes(2));
            heard = await (i % 2 == 0 ? pair.First : pair.Second).Carrier.Text(from, Telling[i]);
            Assert.True(heard.Receipt is not null || (await pair.Rows(RowKeys.AllSessions)).Count == 1);
        }

        Assert.NotNull(heard.Receipt);
        await pair.First.Sweep();
        Assert.Single(await pair.First.Filed());
    }

    [Fact]
    public async Task A_conversation_that_a_process_whose_clock_is_ahead_began_under_the_coming_key_goes_on_there()
    {
        await using var pair = await Pair.Start();
        await pair.Keys("rotate", "pseudonym");
        pair.Pass(TimeSpan.FromMinutes(9));
        pair.SecondClock.Advance(TimeSpan.FromMinutes(2));
        var from = Carrier.Number();
        await pair.Second.Carrier.Text(from, Telling[0]);
        Heard heard = null!;
        foreach (var said in Telling.Skip(1))
        {
            Assert.Single(await pair.Rows(RowKeys.AllSessions));
            heard = await pair.First.Carrier.Text(from, said);
        }

        Assert.NotNull(heard.Receipt);
        Assert.NotEqual(pair.First.Services.GetRequiredService<Pseudonyms>().OfNumber(from), pair.Second.Services.GetRequiredService<Pseudonyms>().OfNumber(from));
    }

    [Fact]
    public async Task Whoever_comes_after_the_rotation_begins_under_the_newest_key()
    {
        await using var pair = await Pair.Start();
        var from = Carrier.Number();
        var before = pair.First.Services.GetRequiredService<Pseudonyms>().OfNumber(from);
        await pair.Rotate("pseudonym");
        await pair.First.Carrier.Text(from, Telling[0]);
        var now = pair.First.Services.GetRequiredService<Pseudonyms>().OfNumber(from);
        Assert.NotEqual(before, now);
        Assert.StartsWith(RowKeys.AllSessions + now.Value, Assert.Single(await pair.Rows(RowKeys.AllSessions)).Row.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pseudonym", "they keep us locked in")]
    [InlineData("turn", "they keep us locked in")]
    [InlineData("pseudonym", "stop")]
    [InlineData("turn", "stop")]
    public async Task A_webhook_told_again_across_the_moment_is_one_turn(string purpose, string body)
    {
        await using var pair = await Pair.Start();
        await pair.Keys("rotate", purpose);
        pair.Pass(TimeSpan.FromMinutes(9));
        var request = Carrier.Sms(Carrier.Number(), body);
        var first = await pair.First.Carrier.Post(request);
        pair.Pass(TimeSpan.FromMinutes(2));
        var again = await pair.Second.Carrier.Post(request);
        Assert.Equal(first.Text, again.Text);
        Assert.NotEmpty(first.Messages);
        Assert.Equal(body == "stop" ? 1 : 0, (await pair.Rows(RowKeys.OptOuts)).Count);
        Assert.Single(await pair.Rows(RowKeys.Answers));
        // Another one is another turn.
        await pair.Second.Carrier.Post(Carrier.Sms(request.Value("From")!, body));
        Assert.Equal(2, (await pair.Rows(RowKeys.Answers)).Count);
    }

    [Fact]
    public async Task A_call_that_hides_its_number_goes_on_through_the_moment()
    {
        await using var pair = await Pair.Start();
        await pair.Keys("rotate", "pseudonym");
        pair.Pass(TimeSpan.FromMinutes(9));
        var call = new PhoneCall(pair.First.Carrier, "anonymous");
        await call.Start();
        await call.Press("1");
        var before = await pair.Rows(RowKeys.AllSessions);
        pair.Pass(TimeSpan.FromMinutes(2));
        await call.Press("1");
        Assert.Equal(before.Select(row => row.Row.Key), (await pair.Rows(RowKeys.AllSessions)).Select(row => row.Row.Key));
        Assert.NotEqual(before[0].Row.Version, (await pair.Rows(RowKeys.AllSessions))[0].Row.Version);
    }

    [Fact]
    public async Task A_receipt_opens_its_report_after_every_key_was_rotated_and_takes_it_back()
    {
        await using var pair = await Pair.Start();
        var receipt = await Tell(pair, pair.First);
        await pair.Rotate(Every);
        var from = Carrier.Number();
        var opened = await pair.Second.Carrier.Text(from, receipt);
        var unknown = await pair.Second.Carrier.Text(Carrier.Number(), "6338 6432 8386 0911");
        Assert.NotEqual(unknown.Text, opened.Text);
        Assert.Single(await pair.First.Filed());
    }

    [Fact]
    public async Task A_stop_holds_after_every_rotation_and_after_the_key_of_its_caller_is_gone()
    {
        await using var pair = await Pair.Start();
        var (from, other) = (Carrier.Number(), Carrier.Number());
        await pair.First.Carrier.Text(from, "stop");
        await pair.First.Carrier.Text(other, "they keep us locked in");
        await Holds();
        foreach (var purpose in Every)
        {
            await pair.Rotate(purpose);
            await Holds();
        }

        await pair.Keys("reseal");
        await Holds();
        pair.Pass(TimeSpan.FromDays(4));
        await pair.First.Sweep();
        pair.Pass(TimeSpan.FromDays(30));
        foreach (var purpose in new[] { KeyPurpose.Pseudonym, KeyPurpose.Turn })
        {
            var (code, said) = await pair.Keys("retire", pair.Older(purpose));
            Assert.True(code == 0, said);
        }

        pair.Pass(TimeSpan.FromMinutes(6));
        Assert.Single(pair.Second.Services.GetRequiredService<LivingRing>().Now.Of(KeyPurpose.Pseudonym));
        await Holds();

        async Task Holds()
        {
            foreach (var gateway in new[] { pair.First, pair.Second })
            {
                var stops = gateway.Services.GetRequiredService<OptOuts>();
                Assert.True(await stops.Stopped(from, new DateOnly(2026, 11, 1)));
                Assert.False(await stops.Stopped(other, new DateOnly(2026, 11, 1)));
                Assert.Equal(1, await stops.Count(from, new DateOnly(2026, 11, 1)));
            }
        }
    }

    [Fact]
    public async Task A_stop_that_the_carrier_tells_again_after_a_rotation_counts_once()
    {
        await using var pair = await Pair.Start();
        var (number, day) = (Carrier.Number(), new DateOnly(2026, 11, 1));
        await pair.First.Services.GetRequiredService<OptOuts>().Remember(number, "SM1:failed", default);
        await pair.Rotate("turn", "pseudonym");
        await pair.Second.Services.GetRequiredService<OptOuts>().Remember(number, "SM1:failed", default);
        Assert.Equal(1, await pair.First.Services.GetRequiredService<OptOuts>().Count(number, day));
        await pair.Second.Services.GetRequiredService<OptOuts>().Remember(number, "SM2:failed", default);
        Assert.Equal(2, await pair.First.Services.GetRequiredService<OptOuts>().Count(number, day));
    }

    [Fact]
    public async Task What_the_provider_lists_is_known_to_be_held_whatever_was_rotated_since()
    {
        await using var pair = await Pair.Start();
        var (from, sid) = (Carrier.Number(), Carrier.Sid("SM"));
        await pair.First.Carrier.Text(from, "they keep us locked in", sid);
        await pair.Rotate("turn", "pseudonym");
        var held = pair.Second.Services.GetRequiredService<Held>();
        Assert.True(await held.Is(Received(from, sid), default));
        Assert.False(await held.Is(Received(from, Carrier.Sid("SM")), default));
    }

    [Fact]
    public async Task A_recording_is_found_under_its_older_name_and_fetched_once()
    {
        await using var pair = await Pair.Start();
        var address = Carrier.RecordingAddress(Carrier.Sid("RE"));
        await pair.First.Services.GetRequiredService<RecordingBook>().Expect(address, 12, default);
        await pair.Rotate("turn");
        await pair.Second.Services.GetRequiredService<RecordingBook>().Expect(address, 12, default);
        Assert.Single(await pair.Rows(RowKeys.Recordings));
        Assert.Equal(RecordingState.Discarded, (await pair.Second.Services.GetRequiredService<RecordingBook>().Discard(address, default)).Recording.State);
    }

    [Theory]
    [InlineData("pseudonym")]
    [InlineData("turn")]
    public async Task An_acknowledgement_of_staff_counts_across_the_moment_and_names_stay(string purpose)
    {
        const string Staff = "+85512000077";
        await using var pair = await Pair.Start($"--Hotline:StaffNumbers={Staff}", $"--Provider:Number={Carrier.Line}");
        var now = pair.Clock.GetUtcNow();
        var name = pair.First.Services.GetRequiredService<StaffBook>().NameOf(Staff);
        await pair.First.Services.GetRequiredService<Acknowledgements>().Remember("bcdfgh", Staff, "CA1:1", now, default);
        await pair.Rotate(purpose);
        Assert.True(await pair.Second.Services.GetRequiredService<Acknowledgements>().Any("bcdfgh", now, default));
        Assert.False(await pair.Second.Services.GetRequiredService<Acknowledgements>().Any("bcdfgj", now, default));
        Assert.Equal(name, pair.Second.Services.GetRequiredService<StaffBook>().NameOf(Staff));
    }

    [Fact]
    public async Task Whoever_guesses_codes_gets_no_new_tries_by_a_rotation()
    {
        await using var pair = await Pair.Start();
        var from = Carrier.Number();
        for (var i = 0; i < 5; i++)
            await Guess(pair.First, from, $"x{i}");
        await pair.Rotate("pseudonym");
        Assert.NotNull(await Guess(pair.Second, from, "y"));
        Assert.Null(await Guess(pair.Second, Carrier.Number(), "y"));
    }

    /// <returns>Until when the next try has to wait.</returns>
    private static async Task<DateTimeOffset?> Guess(Served gateway, string from, string turn)
    {
        var (services, now) = (gateway.Services, gateway.Clock.GetUtcNow());
        var request = services.GetRequiredService<Functions.Doors.Callers>().Request(Received(from, "SM1"), Flows.Engine.Channel.Text, new Flows.Engine.Input.Text("x"));
        await services.GetRequiredService<Functions.Storage.IStore>().Commit(request.Caller.Shard, [services.GetRequiredService<Lookups>().Failed(request.Caller, turn, now)]);
        return (await services.GetRequiredService<Lookups>().Find(request, new Flows.Engine.Lookup("6338643283860999"), now)).WaitUntil;
    }

    private static Received Received(string from, string sid) => new() { Kind = WebhookKind.Sms, Id = sid, MessageSid = sid, From = from, To = Carrier.Line, Body = "x" };

    private static async Task<string> Tell(Pair pair, Served gateway)
    {
        Heard heard = null!;
        var from = Carrier.Number();
        foreach (var said in Telling)
            heard = await gateway.Carrier.Text(from, said);
        await gateway.Sweep();
        return heard.Receipt!;
    }
}

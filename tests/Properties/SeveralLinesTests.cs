using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Storage;
using Hotline.Functions.Transcripts;
using Hotline.Functions.Turns;
using Hotline.Tests.CheckIns;
using Xunit;

namespace Hotline.Tests.Properties;

/// <summary>The same people talk at random to two public numbers and to the one of the check-ins, through the switchboard and its rows: nothing mixes.</summary>
public sealed partial class SeveralLinesTests
{
    private const int Callers = 6;
    private static readonly string[] Lines = ["85512000001", "85512000002", Line.Number];
    private static readonly int Turns = int.Parse(Environment.GetEnvironmentVariable("HOTLINE_TURNS") ?? "50000", CultureInfo.InvariantCulture);

    private readonly Random random = new(20261122);

    [Fact]
    public Task One_person_in_several_conversations_is_never_answered_from_another() => Run(Turns, shared: false);

    [Fact]
    public async Task A_session_that_two_lines_shared_would_be_noticed() =>
        Assert.Contains("one report holds words of", (await Assert.ThrowsAnyAsync<Exception>(() => Run(3_000, shared: true))).Message, StringComparison.Ordinal);

    /// <param name="shared">A fault: both public numbers are one.</param>
    private async Task Run(int turns, bool shared)
    {
        await using var line = new Line(inMemory: true);
        for (var c = 0; c < Callers; c += 2)
            await line.Enrol(Phone(c), SampleClient.In(c % 4 == 0 ? "km" : "en") with { Id = $"client{c}" });
        var mouth = new Mouth(random, new Desk(random));
        var waits = new Dictionary<(int, string), (bool InCall, Wait? Wait)>();
        var (replays, checkIns, public_) = (0, 0, 0);
        for (var turn = 0; turn < turns; turn++)
        {
            line.Clock.Advance(random.Next(300) == 0 ? TimeSpan.FromMinutes(random.Next(19, 40)) : TimeSpan.FromSeconds(random.Next(1, 9)));
            if (turn % 500 == 0)
                await line.Sweep();
            var (caller, number) = (random.Next(Callers), Lines[random.Next(Lines.Length)]);
            var request = Request(line, mouth, caller, number, waits.GetValueOrDefault((caller, number)), turn);
            if (shared && !request.CheckIn)
                request = request with { Line = Lines[0] };
            var others = turn % 50 == 0 ? await Sessions(line, request) : null;
            var answered = await line.Take(request);
            Judge(request, answered.Turn!);
            waits[(caller, number)] = (request.Circumstances.Channel == Channel.Voice && answered.Turn!.Wait is not null, answered.Turn!.Wait);
            if (others is not null)
                Assert.Equal(others, await Sessions(line, request));
            if (turn % 100 == 0)
            {
                var rows = await line.Rows("");
                var again = await line.Take(request);
                Assert.True(again.Replayed);
                Assert.Equal(answered.Reply, again.Reply);
                Assert.Equal(rows.Count, (await line.Rows("")).Count);
                replays++;
            }

            (checkIns, public_) = request.CheckIn ? (checkIns + 1, public_) : (checkIns, public_ + 1);
        }

        line.Clock.Advance(TimeSpan.FromHours(1));
        await line.Sweep();
        var filed = 0;
        foreach (var row in await line.Rows(RowKeys.Reports))
        {
            var tags = Tags().Matches(await Opened(line, row)).Select(tag => tag.Value).Distinct().ToArray();
            Assert.True(tags.Length <= 1, $"one report holds words of {string.Join(" and ", tags)}");
            filed++;
        }

        Assert.True(filed > turns / 500 && checkIns > turns / 4 && public_ > turns / 2 && replays >= turns / 100, $"{filed} reports, {checkIns} and {public_} turns, {replays} replays: too little happened");
    }

    private TurnRequest Request(Line line, Mouth mouth, int caller, string number, (bool InCall, Wait? Wait) now, int turn)
    {
        var checkIn = number == Line.Number;
        var voice = now.InCall ? random.Next(20) > 0 : random.Next(12) == 0;
        var input = (voice, now.InCall) switch
        {
            (true, false) => new Input.CallStarted(),
            (true, true) when checkIn && random.Next(4) == 0 => new Input.Digits(random.Next(3) == 0 ? "2915" : "4837"),
            (true, true) => mouth.Voice(now.Wait).Input,
            _ when checkIn && random.Next(4) == 0 => new Input.Text(random.Next(3) == 0 ? "ចេកអំបូង" : "ស្វាយទុំ"),
            _ => mouth.Text(patient: false).Input,
        };
        if (input is Input.Text { Body.Length: > 20 and < 400 } told)
            input = new Input.Text($"{told.Body} ~c{caller}l{number[^1]}");
        if (input is Input.Recording recording)
            input = new Input.Recording($"{recording.Address}~c{caller}l{number[^1]}", recording.Seconds);
        return new TurnRequest(line.Caller(Phone(caller)), number, $"turn-{turn}", input, new Circumstances(voice ? Channel.Voice : Channel.Text, false, "KH", voice ? $"call{caller}{number[^1]}" : null), Phone(caller), checkIn);
    }

    private static void Judge(TurnRequest request, Turn turn)
    {
        if (request.Input is not Input.HangUp)
            Assert.NotEmpty(turn.Says);
        Assert.All(turn.Says, say => Assert.Equal(request.CheckIn, say.Key.StartsWith("check-in.", StringComparison.Ordinal)));
        Assert.True(turn.Next is null || (turn.Next.Flow == CheckInPlaces.Flow) == request.CheckIn);
        Assert.Equal(request.CheckIn, turn.Effects.Any(effect => effect is Effect.WordHeard or Effect.CheckInDone or Effect.TellCaseworker or Effect.PauseClient) || (request.CheckIn && turn.Effects.All(effect => effect is Effect.WakeAt or Effect.EndConversation)));
        foreach (var file in turn.Effects.OfType<Effect.FileReport>())
            Assert.All(file.Report.Slots.Items.ToArray(), slot => Assert.DoesNotContain(slot.Key.Split('-')[0], (string[])["abroad", "offer", "return", "check", "asked"]));
    }

    /// <summary>Every session row but the one of this turn, with its version.</summary>
    private static async Task<string[]> Sessions(Line line, TurnRequest request) =>
        [.. (await line.Rows("session|")).Where(row => row.Key != RowKeys.Session(request.Caller, request.Line, request.CheckIn)).Select(row => row.Key + row.Version)];

    private static async Task<string> Opened(Line line, Row row) =>
        Regex.Unescape(JsonSerializer.Serialize((await line.Report(row.Key[RowKeys.Reports.Length..]))!.Original, RowJson.Default.StoredReport));

    private static string Phone(int caller) => $"+8551234560{caller}";

    [GeneratedRegex("~c\\dl\\d")]
    private static partial Regex Tags();
}

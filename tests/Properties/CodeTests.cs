using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Properties;

/// <summary>However a code is cut into pieces, it is the same code; and no keys break the question for it.</summary>
public sealed class CodeTests
{
    private const string Code = Desk.Always;

    private static readonly string[] Gaps = ["", " ", "  ", "-", ".", " - ", "\n", ", ", "\u00A0", "\u200B"];

    [Fact]
    public void Pieces_of_any_size_in_any_spelling_open_what_the_whole_opens()
    {
        var random = new Random(16);
        for (var round = 0; round < 2_000; round++)
        {
            Session? session = At(Channel.Text);
            Turn? turn = null;
            for (var at = 0; at < Code.Length;)
            {
                var size = Math.Min(random.Next(1, 17), Code.Length - at);
                turn = Step(session, new Input.Text(Spelled(random, Code.Substring(at, size))), Channel.Text);
                Assert.True(turn.Texts.Count > 0 || turn.Needs is not null);
                at += size;
                if (at < Code.Length)
                    session = turn.Next;
            }

            Assert.Equal(new Lookup(Code), turn!.Needs);
            Assert.Equal("return/menu", Step(session, new Input.Text(Code), Channel.Text, Found.Nothing with { Exists = true }).Next!.Place.ToString());
        }
    }

    [Fact]
    public void By_voice_four_groups_are_the_whole_and_star_takes_one_back()
    {
        var random = new Random(4);
        for (var round = 0; round < 500; round++)
        {
            Session? session = At(Channel.Voice);
            var have = 0;
            Turn turn;
            do
            {
                if (have > 0 && random.Next(4) == 0)
                {
                    turn = Step(session, new Input.Digits("*"), Channel.Voice);
                    have--;
                }
                else
                {
                    turn = Step(session, new Input.Digits(string.Concat(Code.AsSpan(4 * have++, 4), random.Next(2) == 0 ? "#" : "")), Channel.Voice);
                }

                if (turn.Needs is null)
                    Assert.Equal($"return.group-{have + 1}", turn.Says[^1].Key);
                session = turn.Needs is null ? turn.Next : session;
            }
            while (turn.Needs is null);
            Assert.Equal(new Lookup(Code), turn.Needs);
        }
    }

    [Fact]
    public void No_keys_and_no_digits_throw_or_are_met_with_silence()
    {
        var random = new Random(7);
        foreach (var channel in Enum.GetValues<Channel>())
            for (var caller = 0; caller < 500; caller++)
            {
                Session? session = At(channel);
                for (var i = 0; i < 20 && session is not null; i++)
                {
                    var keys = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => "0123456789*#"[random.Next(channel == Channel.Text ? 10 : 12)]));
                    Input input = channel == Channel.Text ? new Input.Text(keys) : keys.Length == 0 ? new Input.Silence() : new Input.Digits(keys);
                    var turn = Step(session, input, channel);
                    if (turn.Needs is not null)
                        turn = Step(session, input, channel, Found.Nothing);
                    Assert.NotEmpty(turn.Says);
                    session = turn.Next;
                }
            }
    }

    /// <summary>Four keys are a group wherever they come from, and a group is no miss.</summary>
    [Fact]
    public void A_call_whose_codes_are_all_wrong_ends()
    {
        Session? session = At(Channel.Voice);
        var turns = 0;
        for (; session is not null; turns++)
        {
            Assert.True(turns < 100);
            session = Step(session, new Input.Digits("1111"), Channel.Voice).Next;
        }

        Assert.Equal(4 * Limits.MissesInACall, turns);
    }

    [Fact]
    public void Every_single_wrong_digit_and_every_swap_of_neighbours_is_told_before_anything_is_looked_up()
    {
        for (var at = 0; at < Code.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != Code[at])
                    Told(Code[..at] + digit + Code[(at + 1)..]);
            if (at + 1 < Code.Length && Code[at] != Code[at + 1])
                Told(Code[..at] + Code[at + 1] + Code[at] + Code[(at + 2)..]);
        }

        static void Told(string wrong)
        {
            var turn = Step(At(Channel.Text), new Input.Text(wrong), Channel.Text);
            Assert.Null(turn.Needs);
            Assert.Equal("return.wrong", turn.Says[0].Key);
            Assert.Null(turn.Next!.Slots[Slot.Code]);
        }
    }

    [Fact]
    public void The_step_that_needs_something_and_the_one_that_has_it_are_the_same_turn()
    {
        var session = At(Channel.Text);
        var found = new Found(true, null, true, [new Reply(DateOnly.MinValue, "call-us", null)], "police", "yes");
        Turn Once() => Step(session, new Input.Text(Code), Channel.Text, found);
        var (one, two) = (Once(), Once());
        Assert.Equal(SessionJson.Write(one.Next!), SessionJson.Write(two.Next!));
        Assert.Equal(one.Texts, two.Texts);
        Assert.Same(session, Step(session, new Input.Text(Code), Channel.Text).Next);
    }

    private static string Spelled(Random random, string digits)
    {
        string[] words = ["សូន្យ", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន"];
        return random.Next(4) switch
        {
            0 => string.Join(' ', digits.Select(digit => words[digit - '0'])),
            1 => string.Join(Gaps[random.Next(Gaps.Length)], digits.Select(digit => (char)('\u17E0' + digit - '0'))),
            2 => (random.Next(2) == 0 ? "លេខកូដ " : "code: ") + digits,
            _ => string.Join(Gaps[random.Next(Gaps.Length)], digits.Chunk(random.Next(1, 5)).Select(group => new string(group))),
        };
    }

    private static Turn Step(Session? session, Input input, Channel channel, Found? found = null) =>
        Hotlines.Conversation.Step(session, input, new Circumstances(channel, Country: "KH", Found: found), DateTimeOffset.UnixEpoch.AddSeconds(5), new Chance(3));

    private static Session At(Channel channel) =>
        new() { Id = "x", Flow = "return", State = "code", Version = 1, Channel = channel, Language = "km", StartedAt = 0, LastAt = 0, WakeAt = 1800, Turns = 2, Trail = ["front-door/menu"] };
}

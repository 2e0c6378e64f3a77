using System.Globalization;
using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization;

namespace Hotline.Functions.Transcripts;

/// <summary>
/// A conversation line by line, as golden transcripts and the terminal show it: what the caller does ("&gt; …"), what the hotline says
/// ("&lt; …", with the English gloss under Khmer), and what follows outside ("! …"). Time stands still unless a line moves it; chance counts up.
/// The session goes through its stored form at every step.
/// </summary>
/// <param name="keep">What is stored → what is read back; null: it stays in memory.</param>
/// <remarks>Lines that are not said: "+25m" and "+3h" let time pass and whatever falls due in it happen; "call" begins a call and
/// "hang up" ends it; "desk …" is what a caseworker does (<see cref="ScriptedDesk"/>); in a call "silence" and "recording" stand for themselves, "answered" and "no answer" for a person who was rung; "message" begins a text thread from the same phone.</remarks>
public sealed class Script(Conversation conversation, Channel channel, bool withheld = false, string? country = "KH", bool staff = false, Client? client = null, Func<byte[]?, byte[]?>? keep = null)
{
    /// <summary>A wake-up that does not move on would otherwise be woken for ever.</summary>
    private const int WakeUpsAtOnce = 16;

    private readonly ScriptedDesk desk = new();
    private Circumstances caller = new(channel, withheld, country, Staff: staff, Client: client);
    private byte[]? stored;
    private DateTimeOffset now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
    private UInt128 chance = 1;

    /// <summary>Where the caller is now, as stored; null when nothing is kept.</summary>
    public Session? Session => stored is null ? null : SessionJson.Read(stored);

    public Channel Channel => caller.Channel;

    /// <summary>The turn that the latest line led to; null when it led to none.</summary>
    public Turn? Latest { get; private set; }

    /// <summary>What that turn was asked, and by whom.</summary>
    public (Input Input, Circumstances By)? Asked { get; private set; }

    /// <summary>One line of input → what is printed for it, the line itself included.</summary>
    public string Take(string line)
    {
        (Latest, Asked) = (null, null);
        var text = new StringBuilder().Append("> ").Append(line).Append('\n');
        if (Later(line) is { } later)
            Pass(text, later);
        else if (desk.Take(line, now))
            return text.Append('\n').ToString();
        else if (line == "message")
            caller = caller with { Channel = Channel.Text };
        else
            TranscriptLines.Add(text, conversation.Phrases, caller.Channel, Step(Read(line)));
        return text.Append('\n').ToString();
    }

    private void Pass(StringBuilder text, TimeSpan later)
    {
        var until = now + later;
        for (var woken = 0; woken < WakeUpsAtOnce && stored is not null; woken++)
        {
            var session = SessionJson.Read(stored);
            var due = DateTimeOffset.FromUnixTimeSeconds(session.WakeAt);
            if (due > until)
                break;
            now = due;
            TranscriptLines.Add(text, conversation.Phrases, session.Channel, Step(new Input.Due()));
        }

        now = until;
    }

    private Turn Step(Input input)
    {
        chance = chance * 6364136223846793005 + 1442695040888963407;
        var session = stored is null ? null : SessionJson.Read(stored);
        var turn = conversation.Step(session, input, caller, now, new Chance(chance));
        if (turn.Needs is { } lookup)
            turn = conversation.Step(session, input, caller with { Found = desk.Find(lookup, now) }, now, new Chance(chance));
        foreach (var effect in turn.Effects)
            desk.See(effect);
        stored = turn.Next is null ? null : SessionJson.Write(turn.Next);
        stored = keep is null ? stored : keep(stored);
        (Latest, Asked) = (turn, (input, caller));
        if (caller.Client is { Enrolment: not null } known)
            caller = caller with { Client = known.After(turn.Effects, CheckInPlan.Today(now)) };
        return turn;
    }

    private Input Read(string line)
    {
        if (line == "call")
            caller = caller with { Channel = Channel.Voice };
        return caller.Channel == Channel.Text ? new Input.Text(line) : line switch
        {
            "call" => new Input.CallStarted(),
            "silence" => new Input.Silence(),
            "hang up" => new Input.HangUp(),
            "answered" => new Input.Dialled(true),
            "no answer" => new Input.Dialled(false),
            "recording" => new Input.Recording("recording-address", 20),
            _ => new Input.Digits(line),
        };
    }

    private static TimeSpan? Later(string line)
    {
        if (line.Length < 3 || line[0] != '+' || !int.TryParse(line[1..^1], CultureInfo.InvariantCulture, out var amount))
            return null;
        return line[^1] switch { 'm' => TimeSpan.FromMinutes(amount), 'h' => TimeSpan.FromHours(amount), _ => null };
    }
}

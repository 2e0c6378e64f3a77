using Hotline.Flows.Checking;
using Hotline.Flows.Checking.Proof;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Tests.Golden;

namespace Hotline.Tests.Checker;

/// <summary>What has gone wrong, in our files or in the engine, and the sentence with which the proof has to find it.</summary>
internal static class PlantedFaults
{
    /// <summary>Enough to meet every kind of turn; the graph rules need it whole.</summary>
    private const int Some = 700;

    /// <summary>File, what stands there, what is put in its place, in which language the caller is, and whether somebody is on duty.</summary>
    public static readonly (string Name, (string File, string Replace, string By)[] Changes, bool Whole, bool OnDuty, string Sentence)[] InFiles =
    [
        ("no number by voice and text", [("everywhere.json", "\"person-elsewhere\": { \"goto\"", "\"person-elsewhere\": { \"say\": \"front-door.more\", \"goto\"")], true, false, "by voice a person or a number to call is more than 2 inputs away"),
        ("stop is no opt-out", [("everywhere.json", "[\"forget-contact\", \"opt-out\", \"file-unfinished\"]", "[\"forget-contact\", \"file-unfinished\"]")], true, false, "by text \"stop\" is more than 1 inputs away"),
        ("stop by no key", [("everywhere.json", "\"value\": \"stop\", \"goto\": \"stop\"", "\"value\": \"stop\", \"goto\": \"@return\"")], true, false, "by voice \"stop\" is more than 3 inputs away"),
        ("erase files first", [("everywhere.json", "\"do\": \"erase\", \"end\"", "\"do\": [\"file-unfinished\", \"erase\"], \"end\"")], true, false, "by text \"erase\" is more than 1 inputs away"),
        ("received and not filed", [("report.json", "\"filed\": { \"do\": \"file\"", "\"filed\": { \"do\": \"file-unfinished\"")], true, false, "it says \"report.filed\" and does not do it: the report is filed under this receipt"),
        ("nobody is asked to ring", [("everywhere.json", "\"person-promised\": { \"do\": \"request-call\", \"goto\"", "\"person-promised\": { \"goto\"")], false, true, "it says \"everywhere.person-promised\" and does not do it: a person is asked to ring"),
        ("no alert", [("report.json", "\"danger-now\": { \"do\": \"alert\", \"goto\"", "\"danger-now\": { \"goto\"")], false, false, "it says \"report.danger-now\" and does not do it: the person on duty is told"),
        ("the answer is not changed", [("return.json", "\"amend\": \"share\",", "")], true, false, "it says \"return.changed\" and does not do it: the answer is changed in the report that is open"),
    ];

    /// <summary>An engine that is wrong in one way.</summary>
    public static readonly (string Name, Func<Session?, Input, Circumstances, Turn, Turn> Alter, bool Whole, string Sentence)[] InEngine =
    [
        ("a circle", (_, input, _, turn) => input is Input.Silence ? turn with { Circled = true } : turn, false, "the flows run in a circle, and the caller is sent to the menu"),
        ("unasked", (_, input, _, turn) => input is Input.Due ? turn with { Says = [new Say("report.safe", "km")] } : turn, false, "something is sent that nobody asked for"),
        ("silent", (_, input, _, turn) => input is Input.Silence ? turn with { Says = [] } : turn, false, "nothing is said"),
        ("no text", (_, input, _, turn) => input is Input.Text { Body: "2" } ? turn with { Texts = [] } : turn, false, "nothing is said"),
        ("left hanging", (_, input, _, turn) => input is Input.Digits { Keys: "3" } ? turn with { Wait = null } : turn, false, "the call neither waits nor ends"),
        ("a hole", (_, _, _, turn) => turn with { Says = [.. turn.Says.Select(say => say.Values is null ? say : say with { Values = say.Values.ToDictionary(value => value.Key, _ => " ") })] }, false, "\"everywhere.person-elsewhere\" is said with a hole in it"),
        ("looked up for ever", (_, _, caller, turn) => caller.Found is null ? turn : turn with { Needs = new Lookup("0000000000000000") }, false, "it asks again for what was looked up"),
        ("the next caller hears it", (before, input, _, turn) => input is Input.CallStarted && before is { Flow: "report" } ? turn with { Says = [new Say("report.who", "km")] } : turn, false, "the next reader hears \"report.who\" of what was put aside"),
        ("the next reader reads it", (before, input, _, turn) => before is { Channel: Channel.Text, Flow: "report" } && input is Input.Text && turn.Next is { Flow: "front-door", Paused: not null } ? turn with { Says = [.. turn.Says, new Say("report.kind", "km")] } : turn, false, "the next reader hears \"report.kind\" of what was put aside"),
        ("the opened report stays open", (before, input, _, turn) => before?.Slots[Slot.Opened] is not null && input is Input.CallStarted && turn.Next is { } next ? turn with { Next = next with { Slots = before.Slots }, Says = [new Say("return.menu", "km")] } : turn, true, "the next reader hears \"return.menu\" of a report that another opened"),
        ("a word is dropped", (_, _, _, turn) => turn.Next is { Words.Count: > 1 } next ? turn with { Next = next with { Words = [next.Words[0]] } } : turn, false, "something that was told is neither kept nor filed"),
        ("a first story is dropped", (_, _, _, turn) => turn.Next is { Words.Count: 1 } next ? turn with { Next = next with { Words = [] } } : turn, false, "something that was told is neither kept nor filed"),
        ("silence is borne for ever", (_, input, _, turn) => input is Input.Silence && turn.Next is { } next ? turn with { Next = next with { Misses = 0 } } : turn, true, "silence, 4 times, does not end the call"),
        ("wrong keys are borne for ever", (_, input, _, turn) => input is Input.Digits && turn.Next is { Misses: > 1 } next ? turn with { Next = next with { Misses = 1 } } : turn, true, ", 8 times, does not end the call"),
        ("a star is borne for ever", (_, input, _, turn) => input is Input.Digits { Keys: "*" } && turn.Next is { } next ? turn with { Next = next with { Misses = 0 } } : turn, true, "the key *, 8 times, does not end the call"),
        ("it breaks", (before, _, _, turn) => before is { State: "who" } ? throw new InvalidOperationException() : turn, false, "it throws InvalidOperationException"),
    ];

    /// <summary>The same on the line of the check-ins.</summary>
    public static readonly (string Name, Func<Session?, Input, Turn, Turn> Alter, string Sentence)[] OnCheckInLine =
    [
        ("the thread tells", (_, input, turn) => input is Input.Text { Body: "1" } ? turn with { Says = [new Say("report.share", "km")] } : turn, "on the check-in line it says \"ប៉ូលិស\""),
        ("said too early", (before, input, turn) => before is null && input is Input.Text { Body: "1" } ? turn with { Says = [new Say("check-in.ready", "km")] } : turn, "before the safe word it says \"check-in.ready\""),
        ("duress is answered otherwise", (_, _, turn) => turn.Effects.Any(effect => effect is Effect.WordHeard { Kind: WordKind.Duress }) ? turn with { Says = [new Say("check-in.talk-5", "km")] } : turn, "before the safe word one input is answered otherwise than another"),
        ("the caseworker never knows", (_, _, turn) => turn with { Effects = [.. turn.Effects.Where(effect => effect is not Effect.CheckInDone)] }, "something that was told does not reach the caseworker"),
        ("a stranger presses for ever", (_, input, turn) => input is Input.Digits && turn.Next is { Misses: > 0 } next ? turn with { Next = next with { Misses = 0 } } : turn, ", 8 times, does not end the call"),
    ];

    public static IReadOnlyList<ProvenFault> Of(string name)
    {
        if (OnCheckInLine.FirstOrDefault(fault => fault.Name == name) is { Alter: { } alter })
        {
            var line = Worlds.Of(Hotlines.Context).First(world => world.OnCheckInLine);
            var onLine = new Conversation(Hotlines.Context.Flows, line.Phrases);
            return In(Hotlines.Context, line, (session, input, caller, now, chance) => alter(session, input, onLine.Step(session, input, caller, now, chance)), whole: true);
        }

        if (InFiles.FirstOrDefault(fault => fault.Name == name) is { Changes: { } changes } inFiles)
        {
            var context = Changed(changes);
            return In(context, World(context, inFiles.OnDuty), null, inFiles.Whole);
        }

        var fault = InEngine.Single(fault => fault.Name == name);
        var world = World(Hotlines.Context, onDuty: false);
        var engine = new Conversation(Hotlines.Context.Flows, world.Phrases);
        return In(Hotlines.Context, world, (session, input, caller, now, chance) => fault.Alter(session, input, caller, engine.Step(session, input, caller, now, chance)), fault.Whole);
    }

    /// <summary>Says the sentence at every turn, whatever was done.</summary>
    public static IReadOnlyList<ProvenFault> Saying(string key)
    {
        var world = World(Hotlines.Context, onDuty: false);
        var engine = new Conversation(Hotlines.Context.Flows, world.Phrases);
        return In(Hotlines.Context, world, (session, input, caller, now, chance) => engine.Step(session, input, caller, now, chance) is var turn && turn.Says.Count > 0 && turn.Needs is null
            ? turn with { Says = [.. turn.Says, new Say(key, "km")] }
            : turn, whole: false);
    }

    public static CheckContext Changed(params (string File, string Replace, string By)[] changes)
    {
        var files = BrokenFlow.OurFiles();
        foreach (var (file, replace, by) in changes)
            files[file] = files[file].Split(replace) is [var before, var after] ? before + by + after : throw new InvalidDataException($"\"{replace}\" has to stand in {file} once.");
        return BrokenFlow.Context(files);
    }

    public static World World(CheckContext context, bool onDuty) => Worlds.Of(context).First(world => world.Name.Contains("somebody on duty", StringComparison.Ordinal) == onDuty) with { EveryAnswer = false };

    private static IReadOnlyList<ProvenFault> In(CheckContext context, World world, Stepper? step, bool whole) =>
        Proven.In(context, world, step, whole ? Explorer.MostSpots : Some).Faults;
}

using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>All that may happen next at a spot. A new kind of input is one more line here.</summary>
internal sealed class Moves
{
    public static readonly Move Idle = new("+21m", new Input.Due(), Channel.Text, Doing.Passing);
    public static readonly Move Message = new("message", new Input.Due(), Channel.Text, Doing.Beside);
    public static readonly Move WakeUp = new("+31m", new Input.Due(), Channel.Text, Doing.Passing);
    public static readonly Move Silence = new("silence", new Input.Silence(), Channel.Voice, Doing.Passing);
    private static readonly Move Call = new("call", new Input.CallStarted(), Channel.Voice, Doing.Beside);
    private static readonly Move HangUp = new("hang up", new Input.HangUp(), Channel.Voice, Doing.Passing);

    private static readonly string[] Keys = ["1", "2", "3", "4", "5", "6", "7", "8", "0", "9", "*", "#"];
    private static readonly string[] Numbers = ["3#", "0#", "1234567#"];

    private readonly FlowSet flows;
    private readonly World world;
    private readonly Sayings sayings;
    private readonly List<Move> texts = [];
    private readonly Dictionary<(string, Channel), Move> answers = [];
    private readonly Dictionary<(Place, Channel), Move[]> byPlace = [];

    public Moves(FlowSet flows, World world)
    {
        (this.flows, this.world, sayings) = (flows, world, new Sayings(world.Phrases, world.Language));
        foreach (var body in Keys[..8].Concat(Bodies()).OfType<string>().Distinct())
            texts.Add(new Move(body, new Input.Text(body), Channel.Text, Doing.Own));
    }

    public Sayings Sayings => sayings;

    public IEnumerable<Move> At(Spot spot)
    {
        if (spot.Away)
            return Elsewhere(texts);
        if (spot.Session is not { } s)
            return Elsewhere([.. texts, Call]);
        if (s.Closed)
            return Elsewhere([.. texts, Call, WakeUp]);
        if (s.Left)
            return Elsewhere([Spoken(answers: false), WakeUp, Call, Message]);
        return s.Channel == Channel.Text ? [.. OfState(s), Idle, Call, WakeUp] : Elsewhere([.. OfState(s), HangUp, Call, WakeUp, Message]);
    }

    /// <summary>Who hides the number cannot write.</summary>
    private IEnumerable<Move> Elsewhere(IEnumerable<Move> moves) => world.Withheld ? moves.Where(move => move.Channel == Channel.Voice || move == WakeUp) : moves;

    private Move[] OfState(Session s)
    {
        if (s.Channel == Channel.Voice && flows.Find(s.Place) is { AskByVoice: Ask.Code } state)
            return [Answer(Key(NextGroup(s.Slots[Slot.Code] ?? ""))), Key("9999"), .. Keys.Select(Key), Silence];
        if (!byPlace.TryGetValue((s.Place, s.Channel), out var moves))
            byPlace[(s.Place, s.Channel)] = moves = [.. s.Channel == Channel.Text ? Written(flows.Find(s.Place)) : Pressed(flows.Find(s.Place))];
        return moves;
    }

    private static string NextGroup(string soFar) => Sayings.Digits.Substring(soFar.Length % Receipt.Length, CodePrompts.Group);

    private IEnumerable<Move> Written(State? state) => texts.Select(move => state is not null && IsAnswer(state, move.Line) ? Answer(move) : move);

    private bool IsAnswer(State state, string line) => state.AskByText switch
    {
        Ask.Choice => state.Choices.Any(choice => choice.Key == line && choice.On(Channel.Text)),
        Ask.Item => line is "1" or "2" or "3" or "4",
        Ask.Number => line == Sayings.Number,
        Ask.Phone => line == Sayings.Phone,
        Ask.Place => line == (state.Keep == Slot.District ? sayings.District : sayings.Place),
        Ask.Words => line == sayings.Story,
        Ask.Code => line == Sayings.Code,
        _ => false,
    };

    private IEnumerable<Move> Pressed(State? state)
    {
        if (state?.AskByVoice == Ask.Dial)
            return [Silence, Answer(new Move("no answer", new Input.Dialled(false), Channel.Voice, Doing.Own)), Answer(new Move("answered", new Input.Dialled(true), Channel.Voice, Doing.Own)), Key("1")];
        var keys = state switch
        {
            { AskByVoice: Ask.Choice } => Keys.Select(key => state.Choices.Any(choice => choice.Key == key && choice.On(Channel.Voice)) ? Answer(Key(key)) : Key(key)),
            { AskByVoice: Ask.Item } => Keys.Select(key => key[0] is >= '1' and <= '4' ? Answer(Key(key)) : Key(key)),
            { AskByVoice: Ask.Number } when world.Client is { } client && state.Name == CheckInPlaces.Line.State =>
                [.. client.Enrolment is { } agreed ? new[] { Answer(Key(agreed.SafeCode + "#")), Key(agreed.DuressCode + "#") } : [], .. Numbers.Concat(Keys).Select(Key)],
            { AskByVoice: Ask.Number } => [Answer(Key(Numbers[0])), .. Numbers[1..].Concat(Keys).Select(Key)],
            { AskByVoice: Ask.Phone } => [Answer(Key(Sayings.Phone + "#")), .. Numbers.Concat(Keys).Select(Key)],
            _ => Keys.Select(Key),
        };
        // Who speaks this language chooses it first, so that the way through it is the one that is followed.
        return keys.OrderBy(move => state?.Keep == Slot.Language && !state.Choices.Any(choice => choice.Key == move.Line && choice.Value == world.Language)).Append(Spoken(state?.AskByVoice == Ask.Recording)).Append(Silence);
    }

    private static Move Key(string keys) => new(keys, new Input.Digits(keys), Channel.Voice, Doing.Own);

    private static Move Spoken(bool answers) => new("recording", new Input.Recording("recording-address", 20), Channel.Voice, Doing.Own, answers);

    private Move Answer(Move move)
    {
        if (!answers.TryGetValue((move.Line, move.Channel), out var known))
            answers[(move.Line, move.Channel)] = known = move with { Answers = true };
        return known;
    }

    private IEnumerable<string?> Bodies() =>
    [
        .. EverywhereWords.Lists.Select(sayings.Word),
        sayings.Word("skip"), sayings.Word("unknown"), sayings.Word("yes"), sayings.Word("no"), sayings.Word("thanks"), sayings.Word("tips"), sayings.Word("greeting"),
        sayings.Story, sayings.Danger, sayings.Sure, sayings.Several, sayings.Trouble, sayings.Unanswered,
        world.Client?.Enrolment?.SafeWord, world.Client?.Enrolment?.DuressWord,
        sayings.Place, sayings.District, sayings.Abroad, Sayings.Phone, Sayings.Code, Sayings.Digits[..CodePrompts.Group], Sayings.Nothing, sayings.Campaign,
        world.Staff ? "ok " + new Chance(1).ShortId(Acknowledgement.IdLength, 1) : null,
    ];
}

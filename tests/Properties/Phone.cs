using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>One caller's phone and what is stored for it; the session goes through its stored form at every turn.</summary>
internal sealed class Phone
{
    private readonly Random random;
    private readonly string? country;
    private readonly bool withheld;
    private byte[]? stored;
    private bool inCall;
    private Wait? wait;

    private readonly Desk desk;

    public Phone(Random random, Desk desk, HashSet<string> receipts, string? country)
    {
        (this.random, this.desk, this.country) = (random, desk, country);
        withheld = random.Next(4) == 0;
        Ledger = new Ledger(receipts);
    }

    public Ledger Ledger { get; }

    public (Said Said, Circumstances Caller) Choose(Mouth mouth, DateTimeOffset now)
    {
        if (Ledger.Standing <= now.ToUnixTimeSeconds() || random.Next(200) == 0)
            return (new Said(new Input.Due()), new Circumstances(stored is null ? Channel.Text : SessionJson.Read(stored).Channel));
        // Someone who writes may call, and a call may be followed by a text before its hang-up arrives.
        if (!inCall && (withheld || random.Next(25) == 0))
            return (Mouth.CallStarted, Voice());
        return inCall && (withheld || random.Next(60) > 0) ? (mouth.Voice(wait), Voice()) : (mouth.Text(patient: stored is not null && SessionJson.Read(stored).Flow == "offer"), new Circumstances(Channel.Text, false, country));
    }

    public Step Take(Conversation conversation, Said said, Circumstances caller, DateTimeOffset now, Chance chance)
    {
        var before = stored is null ? null : SessionJson.Read(stored);
        var turn = conversation.Step(before, said.Input, caller, now, chance);
        if (turn.Needs is { } lookup)
            turn = conversation.Step(before, said.Input, caller with { Found = desk.Find(lookup) }, now, chance);
        var step = new Step(before, said, caller, now, turn);
        desk.See(step);
        return Keep(step);
    }

    public Step Replace(Step step, Turn turn) => Keep(step with { Turn = turn });

    private Step Keep(Step step)
    {
        stored = step.Turn.Next is null ? null : SessionJson.Write(step.Turn.Next);
        if (step.Input is not Input.Due)
            (inCall, wait) = step.Caller.Channel == Channel.Voice ? (step.Turn.Wait is not null, step.Turn.Wait) : (false, null);
        return step;
    }

    private Circumstances Voice() => new(Channel.Voice, withheld, country);
}

using Hotline.Flows.Engine;

namespace Hotline.Functions.Turns;

/// <summary>A text whose webhook never came: it was found in the provider's list, and is heard as of the moment at which it was sent.</summary>
/// <param name="At">When it was sent; not in the future.</param>
/// <param name="OurNumber">Where it went, as we write it: an answer comes from there.</param>
public sealed record Late(DateTimeOffset At, string OurNumber)
{
    /// <summary>After so long another hand may hold the phone: what is then answered is read by whoever that is.</summary>
    public static readonly TimeSpan AnsweredFor = TimeSpan.FromMinutes(15);

    /// <summary>An answer may come before this moment and at no other.</summary>
    public DateTimeOffset Until => At + AnsweredFor;

    public bool IsAnswered(DateTimeOffset now) => now < Until;

    /// <summary>The engine's time: sessions age as if the text had come when it was sent, but never backwards.</summary>
    public DateTimeOffset HeardAt(Session? session, DateTimeOffset now)
    {
        var last = DateTimeOffset.FromUnixTimeSeconds(session?.LastAt ?? 0);
        var heard = At > last ? At : last;
        return heard < now ? heard : now;
    }

    public override string ToString() => nameof(Late);
}

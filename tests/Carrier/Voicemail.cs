namespace Hotline.Tests.Carriers;

/// <summary>A machine that answers: says its greeting over whatever is said to it, and keeps what it hears after its beep.</summary>
internal sealed class Voicemail(TimeSpan greeting, TimeSpan longest)
{
    private readonly List<HeardPart> left = [];

    /// <summary>What is on the tape, of all calls: whoever has the phone can play it.</summary>
    public IReadOnlyList<HeardPart> Left => left;

    /// <summary>For <see cref="Phone.Rung"/>.</summary>
    public Answering Answer(KeptCall call) => new Answering.By(Listen) { After = TimeSpan.FromSeconds(20) };

    private async Task Listen(RobotCall call)
    {
        while (!call.Over && call.Elapsed < greeting + longest)
            await call.Silence();
        left.AddRange(call.Heard.Where(part => part.Until > greeting && part.Kind != HeardKind.Ringing));
    }
}

namespace Hotline.Tests.Tips;

/// <summary>Kills the process at a step, before or after the step took effect. From then on nothing works until it is started again.</summary>
internal sealed class Death
{
    private int left = int.MaxValue;
    private bool after;

    public bool Came { get; private set; }

    public void ComeIn(int steps, bool afterwards) => (left, after, Came) = (steps, afterwards, false);

    public void Leave() => (left, Came) = (int.MaxValue, false);

    public void Check()
    {
        if (Came)
            throw Killed();
    }

    public async ValueTask<T> Step<T>(Func<ValueTask<T>> step)
    {
        Check();
        if (left-- > 0)
            return await step();
        if (after)
            await step();
        Came = true;
        throw Killed();
    }

    private static OperationCanceledException Killed() => new("killed");
}

namespace Hotline.Functions.Turns;

/// <summary>Told of every answered turn. In Development the simulator shows it; everywhere else nobody looks.</summary>
public interface ITurnObserver
{
    void Saw(string turnId, Answered answered);
}

public sealed class NobodyLooks : ITurnObserver
{
    public void Saw(string turnId, Answered answered)
    {
    }
}

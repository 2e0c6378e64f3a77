namespace Hotline.Flows.Checking.Proof;

/// <param name="World">The circumstances it was found in.</param>
/// <param name="Replay">What to type in the terminal (-- chat, or -- chat --voice where it begins with "call"), lines parted by bars; the shortest that shows it.</param>
public sealed record ProvenFault(Finding Finding, string World, string Replay)
{
    public override string ToString() => Replay.Length == 0 ? $"{Finding}" : $"{Finding} [{World}: {Replay}]";
}

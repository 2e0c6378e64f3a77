namespace Hotline.Localization.Answers;

/// <summary>Numbers for clues, the same on every machine and in every run (HashCode is seeded anew each time).</summary>
internal static class ClueHash
{
    /// <summary>The start for one kind of clue; different kinds never mean the same by the same parts.</summary>
    public static uint Kind(uint kind) => Mix(2166136261, kind);

    public static uint Mix(uint hash, uint value)
    {
        var mixed = (hash ^ value) * 0x85EBCA6B;
        return (mixed ^ (mixed >> 15)) * 0xC2B2AE35;
    }
}

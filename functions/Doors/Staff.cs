namespace Hotline.Functions.Doors;

/// <summary>The people that alerts are sent to, by number. What they write back is looked at before anything else.</summary>
public sealed class Staff(IReadOnlyList<string> numbers)
{
    /// <param name="number">E.164; null when it is hidden.</param>
    public bool Is(string? number) => number is not null && numbers.Contains(number, StringComparer.Ordinal);
}

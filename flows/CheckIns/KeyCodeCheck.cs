using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;

namespace Hotline.Flows.CheckIns;

/// <summary>Key codes for calls: 3 to 6 digits that nobody tries first and no slip of a finger turns into the other.</summary>
internal sealed class KeyCodeCheck(EmergencyNumbers numbers)
{
    public const int Shortest = 3, Longest = 6;

    public IEnumerable<string> Problems(string? safe, string? duress)
    {
        foreach (var (name, code) in new[] { ("safe code", safe), ("duress code", duress) })
            if (!string.IsNullOrEmpty(code) && Problem(code) is { } problem)
                yield return $"The {name} {problem}.";
        if (string.IsNullOrEmpty(safe) || string.IsNullOrEmpty(duress))
            yield break;
        if (safe.StartsWith(duress, StringComparison.Ordinal) || duress.StartsWith(safe, StringComparison.Ordinal))
            yield return "One code is the beginning of the other, or the same.";
        else if (AgreedWord.OneEdit(safe, duress))
            yield return "The codes differ by one key: a slip of the finger would say the other.";
    }

    private string? Problem(string code)
    {
        if (code.Length is < Shortest or > Longest || !code.All(char.IsAsciiDigit))
            return $"has to be {Shortest} to {Longest} digits";
        if (code.Distinct().Count() == 1)
            return "is one key again and again";
        if (code.Zip(code[1..]).Select(pair => pair.Second - pair.First).Distinct().ToList() is [1 or -1])
            return "runs up or down the keys";
        if (code.Length % 2 == 0 && code[..(code.Length / 2)] == code[(code.Length / 2)..])
            return "says the same keys twice";
        if (code.Length == 4 && code[..2] is "19" or "20")
            return "looks like a year";
        return numbers.All.Any(number => number.Number == code) ? "is a number that people call" : null;
    }
}

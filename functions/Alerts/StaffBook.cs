using Hotline.Functions.Keys;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Alerts;

/// <summary>Who is told: the caseworkers whom an enrolment names, then who is on duty, then the supervisors.</summary>
public sealed class StaffBook(Settings settings, Pseudonyms pseudonyms)
{
    /// <summary>The supervisors', where none is empty.</summary>
    public const int LastRung = 2;

    public IReadOnlyList<string> Everyone { get; } = AllOf(settings);

    public static IReadOnlyList<string> AllOf(Settings settings) =>
        [.. settings.StaffNumbers.Concat(settings.Outreach.Caseworkers.Values).Concat(settings.Outreach.SupervisorNumbers).Distinct(StringComparer.Ordinal)];

    /// <summary>One person as a to-do names them: no number. The same one after a rotation, or everybody would be told from the beginning.</summary>
    public string NameOf(string number) => pseudonyms.OfTurnByOldestKey("staff:" + number)[..8];

    /// <summary>Whose turn it is first, second, third. Each person stands once, and no rung is empty; whoever names somebody unknown means those on duty.</summary>
    /// <returns>Names and numbers.</returns>
    public IReadOnlyList<IReadOnlyList<(string Name, string Number)>> Rungs(IReadOnlyList<string> names)
    {
        var known = settings.Outreach.Caseworkers;
        var named = names.Where(known.ContainsKey).Select(name => known[name]);
        var first = names.All(known.ContainsKey) ? named : named.Concat(settings.StaffNumbers);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. new[] { first, settings.StaffNumbers, settings.Outreach.SupervisorNumbers }
            .Select(rung => rung.Where(seen.Add).Select(number => (NameOf(number), number)).ToList())
            .Where(rung => rung.Count > 0)];
    }
}

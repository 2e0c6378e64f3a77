namespace Hotline.Localization.Numbers;

/// <summary>Whom a caller may be told to call, by purpose and by the country that the caller is in (ISO 3166-1 alpha-2).</summary>
public sealed class EmergencyNumbers
{
    private const string Home = "KH";

    private readonly NumbersFile file;
    private readonly bool refuseUnverified;

    private EmergencyNumbers(NumbersFile file, bool refuseUnverified) => (this.file, this.refuseUnverified) = (file, refuseUnverified);

    /// <param name="json">The text of localization/emergency-numbers.json.</param>
    /// <param name="refuseUnverified">True in production: a number that nobody has called is never sent.</param>
    /// <exception cref="FormatException">The file is broken; the sentence names the entry and the field.</exception>
    public static EmergencyNumbers Parse(string json, bool refuseUnverified = false) => new(NumbersFile.Read(json), refuseUnverified);

    public IReadOnlyList<EmergencyNumber> All => file.Numbers;

    public IReadOnlyList<EmergencyNumber> NeverVerified => [.. All.Where(number => number.Verified is null)];

    /// <summary>At most two, in order. Without advice for the country, or when all of it was refused, the default that any phone
    /// reaches; when that too was refused, what else is for danger in that country or at home. Empty only when the operator left nothing.</summary>
    public IReadOnlyList<EmergencyNumber> ForDanger(string? country)
    {
        IEnumerable<string> own = country is not null && file.Danger.TryGetValue(country.ToUpperInvariant(), out var ids) ? ids : [];
        return Advised(own, country) is { Count: > 0 } local ? local
            : Advised(file.Danger[DangerAdvice.Default], country) is { Count: > 0 } general ? general
            : [.. For("danger", country).Take(2)];
    }

    /// <summary>Numbers in the country, in the order of the file; where there are none, those of Cambodia that can be reached from there.</summary>
    public IReadOnlyList<EmergencyNumber> For(string purpose, string? country)
    {
        var fitting = All.Where(number => MaySend(number) && number.For.Contains(purpose, StringComparer.Ordinal)).ToList();
        var local = country is null ? [] : fitting.FindAll(number => number.IsIn(country));
        return local.Count > 0 ? local : fitting.FindAll(number => number.IsIn(Home) && number.International is not null);
    }

    /// <returns>The country of an E.164 number by its longest known calling code: "+855…" is KH; null if unknown or not E.164.</returns>
    public string? CountryOfPrefix(string e164) => file.Codes.CountryOf(e164);

    private List<EmergencyNumber> Advised(IEnumerable<string> ids, string? country) =>
        [.. ids.Select(id => All.First(number => number.Id == id)).Where(number => MaySend(number) && number.Dial(country) is not null)];

    private bool MaySend(EmergencyNumber number) => number.Send && (number.Verified is not null || !refuseUnverified);
}

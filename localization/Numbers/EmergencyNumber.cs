namespace Hotline.Localization.Numbers;

/// <param name="Id">Stable name inside the file.</param>
/// <param name="Country">ISO 3166-1 alpha-2: where the number is.</param>
/// <param name="Number">As dialled inside that country.</param>
/// <param name="International">E.164 without blanks; null for short codes and toll-free numbers, which other countries cannot reach.</param>
/// <param name="Who">Who answers, in words that may stand on a shared phone.</param>
/// <param name="For">Purposes: danger, child, trafficking, labour, embassy, ngo and so on (see the file).</param>
/// <param name="Free">The source says that the call costs nothing.</param>
/// <param name="Hours">"24/7", the source's own words, or "unknown".</param>
/// <param name="Warning">What a caller must know before calling; null if nothing.</param>
/// <param name="Source">Where the number was found.</param>
/// <param name="Confidence">A, B or C; see the file.</param>
/// <param name="Verified">Null: nobody has called it for us.</param>
/// <param name="Send">False: for staff only, because of <paramref name="Reason"/>.</param>
/// <param name="Reason">Why it is not sent; null when it is.</param>
public sealed record EmergencyNumber(
    string Id,
    string Country,
    string Number,
    string? International,
    Bilingual Who,
    IReadOnlyList<string> For,
    bool Free,
    string Hours,
    Bilingual? Warning,
    string Source,
    char Confidence,
    Verification? Verified,
    bool Send,
    string? Reason)
{
    /// <param name="callerCountry">ISO 3166-1 alpha-2; null when unknown: then the form that works from everywhere, if there is one.</param>
    /// <returns>What to dial from there; null when the number cannot be reached from that country.</returns>
    public string? Dial(string? callerCountry) =>
        callerCountry is null ? International ?? Number : IsIn(callerCountry) ? Number : International;

    internal bool IsIn(string country) => string.Equals(Country, country, StringComparison.OrdinalIgnoreCase);
}

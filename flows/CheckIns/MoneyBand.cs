using System.Globalization;

namespace Hotline.Flows.CheckIns;

/// <summary>An amount as it was told: between two round sums of riel or US dollars a month (a debt: in all). Written "usd:50-100", and "usd:300-" without an upper end.</summary>
public sealed record MoneyBand(string Currency, long Low, long? High)
{
    public const string Riel = "khr", Dollars = "usd";

    /// <summary>Null where the band is open: it may be any sum.</summary>
    public decimal? Middle => High is { } high ? (Low + high) / 2m : null;

    public static MoneyBand? Parse(string? text)
    {
        if (text is null || text.Length < 6 || text[3] != ':' || text[..3] is not (Riel or Dollars))
            return null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 5)
            return null;
        var open = dash == text.Length - 1;
        return Amount(text[4..dash]) is { } low && (open || Amount(text[(dash + 1)..]) is not null)
            ? new MoneyBand(text[..3], low, open ? null : Amount(text[(dash + 1)..]))
            : null;
    }

    /// <summary>What is left of an income: the middles' difference; null when one is open or not told, or the currencies differ.</summary>
    public static decimal? Net(MoneyBand? income, MoneyBand? costs) => income?.Currency == costs?.Currency ? income?.Middle - costs?.Middle : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency}:{Low}-{High}");

    private static long? Amount(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}

using System.Globalization;

namespace Hotline.Functions.Setup;

/// <summary>Environment and appsettings.json → <see cref="OutreachSettings"/>.</summary>
internal static class OutreachReader
{
    private static readonly OutreachSettings Usual = new();

    /// <exception cref="SetupException">One sentence that says what to set.</exception>
    public static OutreachSettings Read(Func<string, string?> get) => new()
    {
        Number = SettingsReader.CheckedNumber("Provider__Number", get("Provider:Number")),
        MissedCallNumber = SettingsReader.CheckedNumber("Provider__MissedCallNumber", get("Provider:MissedCallNumber")),
        TipsNumber = SettingsReader.CheckedNumber("Provider__TipsNumber", get("Provider:TipsNumber")),
        SupervisorNumbers = SettingsReader.CheckedNumbers("Hotline__SupervisorNumbers", get("Hotline:SupervisorNumbers")),
        Caseworkers = Named(get("Hotline:Caseworkers")),
        TextsPerSecond = Positive("Provider__TextsPerSecond", get("Provider:TextsPerSecond"), Usual.TextsPerSecond),
        CallsPerSecond = Positive("Provider__CallsPerSecond", get("Provider:CallsPerSecond"), Usual.CallsPerSecond),
        RingBackCountries = Countries(get("Hotline:RingBackCountries")),
        RingBacksPerDay = (int)Positive("Hotline__RingBacksPerDay", get("Hotline:RingBacksPerDay"), Usual.RingBacksPerDay),
    };

    /// <summary>Found at the start and not while somebody waits for help.</summary>
    public static void Check(Settings settings)
    {
        string?[] ours = [settings.Outreach.Number, settings.Outreach.MissedCallNumber, settings.Outreach.TipsNumber, settings.CheckInNumber];
        if (ours.OfType<string>().GroupBy(number => number.TrimStart('+')).Any(group => group.Count() > 1))
            throw new SetupException("Provider__Number, Provider__MissedCallNumber, Provider__TipsNumber and Provider__CheckInNumber have to be different numbers: which one is used decides what is said.");
        if (settings.Outreach is { TipsNumber: not null, Number: null })
            throw new SetupException("The setting Provider__Number is missing: set it to the public number, from which whoever rings Provider__TipsNumber is written to.");
        string[] theirs = [.. settings.StaffNumbers, .. settings.Outreach.SupervisorNumbers, .. settings.Outreach.Caseworkers.Values];
        if (!settings.Development && theirs.Length > 0 && settings.Outreach.Number is null)
            throw new SetupException("The setting Provider__Number is missing: set it to the public number, from which staff are told of alerts.");
    }

    /// <summary>"sophea=+855…, dara=+855…"</summary>
    private static Dictionary<string, string> Named(string? text)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Parts(text))
            if (pair.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var number] || !named.TryAdd(name, SettingsReader.CheckedNumber("Hotline__Caseworkers", number)!))
                throw new SetupException("The setting Hotline__Caseworkers has to be names and numbers, each name once: sophea=+85512345678, dara=+85512345679.");
        return named;
    }

    private static string[] Countries(string? text)
    {
        if (text is null)
            return [.. Usual.RingBackCountries];
        var countries = Parts(text);
        return countries.All(country => country.Length == 2 && country.All(char.IsAsciiLetterUpper))
            ? countries
            : throw new SetupException("The setting Hotline__RingBackCountries has to be countries by their two letters, like KH,TH.");
    }

    private static double Positive(string name, string? text, double usual) =>
        text is null ? usual
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 100_000 ? value
        : throw new SetupException($"The setting {name} has to be a number above zero.");

    private static string[] Parts(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

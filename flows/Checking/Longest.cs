using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Sms;
using Hotline.Localization.Speaking;

namespace Hotline.Flows.Checking;

/// <summary>Prompts as long as they can get. The longest value of a placeholder is looked for once, among hundreds.</summary>
internal sealed class Longest(Phrasebook phrases)
{
    private readonly Dictionary<string, Dictionary<string, string>> byLanguage = new(StringComparer.Ordinal);
    private readonly string?[] countries = [null, .. phrases.Numbers.All.Select(number => number.Country).Distinct(StringComparer.Ordinal)];

    public string Rendering(string language, Template text)
    {
        if (text.Names.Count == 0)
            return text.Source;
        if (!byLanguage.TryGetValue(language, out var values))
            byLanguage.Add(language, values = new(StringComparer.Ordinal));
        foreach (var name in text.Names)
            if (!values.ContainsKey(name))
                values.Add(name, Value(language, name));
        return text.Fill(values, language);
    }

    private string Value(string language, string name) => name switch
    {
        Placeholder.Numbers => Max(from country in countries from caller in countries select phrases.DangerNumbers(country, caller, language)),
        Placeholder.Person => Max(countries.Select(caller => phrases.PersonNumber(caller, language))),
        Placeholder.Labour => Max(countries.Select(caller => phrases.LabourNumber(caller, language))),
        Placeholder.Receipt => Receipt.Grouped(new string('0', Receipt.Length)),
        Placeholder.Child => Max(countries.Select(caller => phrases.ChildNumber(caller, language))),
        Placeholder.Checked => "30/12/2026",
        Placeholder.Left => "15",
        Placeholder.Answer => new string('ក', Reply.Characters),
        Placeholder.Alert => new string('w', Acknowledgement.IdLength),
        Placeholder.Talk => new string('ក', SmsSegments.Ucs2Single),
        _ when SpokenValue.KindOf(name) is var kind and not SayAs.Digits => SpokenValue.Samples(kind).MaxBy(value => SpokenValue.Write(kind, value, language)?.Length) ?? "",
        _ => "9",
    };

    private static string Max(IEnumerable<string> values) => values.MaxBy(value => value.Length) ?? "";
}

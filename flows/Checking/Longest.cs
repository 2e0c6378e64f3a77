using Hotline.Flows.Engine;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Sms;
using Hotline.Localization.Speaking;

namespace Hotline.Flows.Checking;

/// <summary>A prompt as long as it can get.</summary>
internal static class Longest
{
    public static string Rendering(CheckContext context, string language, Template text) =>
        text.Fill(text.Names.ToDictionary(name => name, name => Value(context, language, name), StringComparer.Ordinal), language);

    private static string Value(CheckContext context, string language, string name)
    {
        var phrases = context.Phrases;
        string?[] countries = [null, .. phrases.Numbers.All.Select(number => number.Country).Distinct(StringComparer.Ordinal)];
        return name switch
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
    }

    private static string Max(IEnumerable<string> values) => values.MaxBy(value => value.Length) ?? "";
}

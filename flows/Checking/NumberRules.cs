namespace Hotline.Flows.Checking;

/// <summary>Whoever is in danger gets a number, whatever an operator refuses to send.</summary>
internal static class NumberRules
{
    public static IEnumerable<Finding> Empty(CheckContext context)
    {
        string?[] countries = [null, .. context.Phrases.Numbers.All.Select(number => number.Country).Distinct(StringComparer.Ordinal)];
        return from country in countries
               where countries.Any(caller => context.Phrases.DangerNumbers(country, caller, "en").Length == 0)
               select new Finding("emergency-numbers.json", country ?? "anywhere", "no number may be sent to a person in danger: verify one, or stop refusing numbers never verified");
    }
}

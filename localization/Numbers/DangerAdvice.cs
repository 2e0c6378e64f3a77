using System.Text.Json;

namespace Hotline.Localization.Numbers;

/// <summary>Which numbers to give in danger, per country, in order. Every one must be sent, be for danger and be reachable from there.</summary>
internal static class DangerAdvice
{
    public const string Default = "default";
    private const int Most = 2;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(JsonElement advice, CallingCodes codes, List<EmergencyNumber> numbers)
    {
        var danger = new EntryReader("advice", advice).Only("danger").Field("danger");
        if (danger.ValueKind != JsonValueKind.Object)
            throw EntryReader.Broken("advice", "danger", "must be an object");
        var reader = new EntryReader("advice.danger", danger);
        _ = reader.Texts(Default);
        var read = danger.EnumerateObject().ToDictionary(country => country.Name, country => reader.Texts(country.Name), StringComparer.Ordinal);
        foreach (var (country, ids) in read)
        {
            if (country != Default && !codes.Knows(country))
                throw EntryReader.Broken("advice.danger", country, "is not among \"countries\"");
            if (ids.Count > Most)
                throw EntryReader.Broken("advice.danger", country, $"names more than {Most} numbers: nobody in danger remembers more");
            foreach (var id in ids)
                if (Unfit(numbers.Find(number => number.Id == id), country) is { } reason)
                    throw EntryReader.Broken("advice.danger", country, $"\"{id}\" {reason}");
        }
        return read;
    }

    private static string? Unfit(EmergencyNumber? number, string country) => number switch
    {
        null => "is not in the file",
        { Send: false } => "is never sent",
        _ when !number.For.Contains("danger", StringComparer.Ordinal) => "is not for danger",
        { International: null } when country == Default => "cannot be reached from everywhere",
        _ when country != Default && number.Dial(country) is null => "cannot be reached from there",
        _ => null,
    };
}

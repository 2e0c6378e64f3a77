using System.Text.Json;

namespace Hotline.Localization.Numbers;

/// <summary>The shape of emergency-numbers.json, checked field by field: a wrong number sends a person in danger nowhere.</summary>
internal sealed record NumbersFile(CallingCodes Codes, IReadOnlyList<EmergencyNumber> Numbers, IReadOnlyDictionary<string, IReadOnlyList<string>> Danger)
{
    private static readonly string[] Purposes =
        ["danger", "child", "trafficking", "labour", "embassy", "ngo", "police", "medical", "fire", "documents", "women", "health"];

    private static readonly JsonDocumentOptions Strict = new() { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    public static NumbersFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = new EntryReader("the file", document.RootElement).Only("countries", "advice", "numbers");
            var codes = ReadCodes(root.Field("countries"));
            var numbers = ReadNumbers(root.Field("numbers"), codes);
            return new(codes, numbers, DangerAdvice.Read(root.Field("advice"), codes, numbers));
        }
        catch (JsonException error)
        {
            throw new FormatException($"emergency-numbers.json is not valid JSON with comments: line {error.LineNumber + 1}.", error);
        }
    }

    private static CallingCodes ReadCodes(JsonElement countries)
    {
        var reader = new EntryReader("countries", countries);
        if (countries.ValueKind != JsonValueKind.Object)
            throw EntryReader.Broken("the file", "countries", "must be an object");
        var codes = countries.EnumerateObject().ToDictionary(country => country.Name, country => reader.Text(country.Name), StringComparer.Ordinal);
        foreach (var (country, code) in codes)
        {
            if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
                throw EntryReader.Broken("countries", country, "must be two capital letters (ISO 3166-1)");
            if (code.Length > 3 || !code.All(char.IsAsciiDigit) || codes.Values.Count(other => other == code) > 1)
                throw EntryReader.Broken("countries", country, "must be 1 to 3 digits that no other country has");
        }
        return new(codes);
    }

    private static List<EmergencyNumber> ReadNumbers(JsonElement numbers, CallingCodes codes)
    {
        if (numbers.ValueKind != JsonValueKind.Array)
            throw EntryReader.Broken("the file", "numbers", "must be a list");
        var read = numbers.EnumerateArray().Select((entry, index) => ReadNumber(entry, $"entry {index + 1}", codes)).ToList();
        var twice = read.GroupBy(number => number.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? read : throw EntryReader.Broken(twice.Key, "id", "is there twice");
    }

    private static EmergencyNumber ReadNumber(JsonElement entry, string place, CallingCodes codes)
    {
        var id = new EntryReader(place, entry).Only("id", "country", "number", "international", "who", "for", "free", "hours", "warning",
            "source", "confidence", "verified", "send", "reason").Text("id");
        var reader = new EntryReader(id, entry);
        var number = new EmergencyNumber(id, reader.Text("country"), reader.Text("number"), reader.TextOrNull("international"),
            reader.BothOrNull("who") ?? throw EntryReader.Broken(id, "who", "must name who answers"), reader.Texts("for"),
            reader.YesOrNo("free"), reader.Text("hours"), reader.BothOrNull("warning"), reader.Text("source"),
            reader.Text("confidence") is ['A' or 'B' or 'C'] mark ? mark[0] : throw EntryReader.Broken(id, "confidence", "must be A, B or C"),
            reader.VerificationOrNull("verified"), reader.YesOrNo("send"), reader.TextOrNull("reason"));
        Check(number, codes);
        return number;
    }

    private static void Check(EmergencyNumber number, CallingCodes codes)
    {
        if (!codes.Knows(number.Country))
            throw EntryReader.Broken(number.Id, "country", "is not among \"countries\"");
        if (number.Number.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-')) || !number.Number.Any(char.IsAsciiDigit))
            throw EntryReader.Broken(number.Id, "number", "must be digits with blanks or hyphens, as dialled inside the country");
        if (number.International is { } form && codes.Objection(number.Country, number.Number, form) is { } objection)
            throw EntryReader.Broken(number.Id, "international", objection);
        if (number.For.FirstOrDefault(purpose => !Purposes.Contains(purpose, StringComparer.Ordinal)) is { } unknown)
            throw EntryReader.Broken(number.Id, "for", $"\"{unknown}\" is not a purpose of this file");
        if (number.Send != number.Reason is null)
            throw EntryReader.Broken(number.Id, "reason", "must say why when \"send\" is false, and be null when it is true");
    }
}

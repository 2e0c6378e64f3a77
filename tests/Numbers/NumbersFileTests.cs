using Hotline.Localization.Numbers;
using Xunit;

namespace Hotline.Tests.Numbers;

public sealed class NumbersFileTests
{
    private static readonly EmergencyNumbers Numbers = EmergencyNumbers.Parse(NumbersFileText.Shipped);

    // Found wrong by the research: the US line listed for Cambodia, a Thai line for Malaysia, a Korean and an Italian number, an old area code.
    [Fact]
    public void No_number_that_was_found_wrong_is_in_the_file()
    {
        Assert.True(Numbers.All.Count > 50);
        Assert.DoesNotContain(Numbers.All, number => Digits(number).Contains("8883737888", StringComparison.Ordinal));
        Assert.DoesNotContain(Numbers.All, number => number is { Country: "MY", Number: "1300" } or { Number: "1345" } or { Country: "IT" or "US" });
        Assert.DoesNotContain(Numbers.All, number => Digits(number).Contains("8292751", StringComparison.Ordinal));
        Assert.DoesNotContain(Numbers.All, number => number.International?.StartsWith("+39", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Doubtful_offices_are_kept_for_staff_with_a_reason()
    {
        var doubtful = Numbers.All.Where(number => number is { Country: "TH", International: not null } && number.For.Contains("embassy")).ToList();
        Assert.Equal(5, doubtful.Count);
        Assert.All(doubtful, number => Assert.False(number.Send || string.IsNullOrEmpty(number.Reason)));
    }

    [Fact]
    public void No_name_on_a_shared_phone_tells_what_the_caller_suffers() => Assert.All(Numbers.All, number =>
    {
        foreach (var word in new[] { "traffick", "victim", "shelter", "abuse", "exploit" })
            Assert.DoesNotContain(word, number.Who.En + number.Warning?.En, StringComparison.OrdinalIgnoreCase);
        foreach (var word in new[] { "ជួញដូរ", "រងគ្រោះ", "រំលោភ", "កេងប្រវ័ញ្ច", "\u200B" })
            Assert.DoesNotContain(word, number.Who.Km + number.Warning?.Km, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("\"id\": \"kh-117\",", "\"id\": \"kh-1288\",", "kh-1288", "id")]
    [InlineData("\"+85523997919\"", "\"+66923997919\"", "kh-protection-police-office", "international")]
    [InlineData("\"+85523997919\"", "\"+85523997918\"", "kh-protection-police-office", "international")]
    [InlineData("\"+85523997919\"", "\"85523997919\"", "kh-protection-police-office", "international")]
    [InlineData("\"+85523997919\"", "\"+855 23 997 919\"", "kh-protection-police-office", "international")]
    [InlineData("\"number\": \"117\"", "\"number\": \"១១៧\"", "kh-117", "number")]
    [InlineData("\"number\": \"117\"", "\"number\": 117", "kh-117", "number")]
    [InlineData("\"country\": \"KH\", \"number\": \"117\"", "\"country\": \"XX\", \"number\": \"117\"", "kh-117", "country")]
    [InlineData("\"for\": [\"danger\", \"police\"]", "\"for\": [\"dangre\", \"police\"]", "kh-117", "for")]
    [InlineData("\"for\": [\"danger\", \"police\"]", "\"for\": []", "kh-117", "for")]
    [InlineData("\"free\": true", "\"free\": \"yes\"", "kh-117", "free")]
    [InlineData("\"free\": true,", "", "kh-117", "free")]
    [InlineData("\"free\": true,", "\"free\": true, \"fee\": 0,", "entry 1", "fee")]
    [InlineData("\"confidence\": \"B\"", "\"confidence\": \"X\"", "kh-117", "confidence")]
    [InlineData("\"verified\": null", "\"verified\": { \"on\": \"31.1.2027\", \"by\": \"Sokha\" }", "kh-117", "verified")]
    [InlineData("\"verified\": null", "\"verified\": true", "kh-117.verified", "{}")]
    [InlineData("\"send\": true, \"reason\": null", "\"send\": false, \"reason\": null", "kh-117", "reason")]
    [InlineData("\"en\": \"police\" }", "\"en\": \" \" }", "kh-117.who", "en")]
    [InlineData("[\"kh-117\", \"kh-1288\"]", "[\"kh-117\", \"kh-1289\"]", "advice.danger", "KH")]
    [InlineData("[\"kh-117\", \"kh-1288\"]", "[\"kh-117\", \"kh-1288\", \"kh-1280\"]", "advice.danger", "KH")]
    [InlineData("[\"th-1300\", \"th-issara\"]", "[\"th-191\"]", "advice.danger", "TH")]
    [InlineData("[\"th-1300\", \"th-issara\"]", "[\"kh-117\"]", "advice.danger", "TH")]
    [InlineData("[\"th-1300\", \"th-issara\"]", "[\"th-1694\"]", "advice.danger", "TH")]
    [InlineData("[\"kh-protection-police-office\", \"kh-chabdai-1\"]", "[\"kh-117\"]", "advice.danger", "default")]
    [InlineData("\"TH\": \"66\"", "\"TH\": \"855\"", "countries", "KH")]
    public void An_error_names_the_entry_and_the_field(string old, string changed, string entry, string field)
    {
        var error = Assert.Throws<FormatException>(() => EmergencyNumbers.Parse(NumbersFileText.With(old, changed)));
        Assert.StartsWith($"emergency-numbers.json, {entry}, \"{field}\": ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"countries\": [], \"advice\": 1, \"numbers\": {} }")]
    [InlineData("{ \"countries\": {}, \"countries\": {} }")]
    public void A_file_of_another_shape_is_refused_in_one_sentence(string json) =>
        Assert.StartsWith("emergency-numbers.json", Assert.Throws<FormatException>(() => EmergencyNumbers.Parse(json)).Message, StringComparison.Ordinal);

    private static string Digits(EmergencyNumber number) => string.Concat((number.International + number.Number).Where(char.IsAsciiDigit));
}

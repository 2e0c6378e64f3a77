using System.Globalization;
using System.Text.Json;
using Hotline.Localization.Reading;
using Xunit;

namespace Hotline.Tests.Reading;

public class PlaceTests
{
    [Fact]
    public void There_are_25_provinces_in_four_zones_and_210_districts()
    {
        Assert.Equal(Enumerable.Range(1, 25).Select(n => n.ToString("00", CultureInfo.InvariantCulture)), Data.Places.Provinces.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal([6, 6, 6, 7], Data.Places.Provinces.GroupBy(p => p.Zone).Select(zone => zone.Count()).Order());
        Assert.Equal(4, Data.Places.Zones.Count);
        Assert.Equal(210, Data.Places.Districts.Count);
    }

    [Fact]
    public void Every_spelling_of_a_province_is_that_province()
    {
        foreach (var (code, names) in Rows("provinces"))
            foreach (var name in names)
                foreach (var written in Ways(name))
                {
                    Assert.Equal(new PlaceFound("KH", code, null), Data.Places.Find(written));
                    Assert.Equal(code.TrimStart('0'), Data.Reader.Province(written));
                }
    }

    [Fact]
    public void Every_spelling_of_a_country_is_that_country()
    {
        foreach (var (code, names) in Rows("countries"))
            foreach (var name in names)
                Assert.True(Data.Places.Find(name) is { } found && found.Country == code, $"{name} is {Data.Places.Find(name)}, not {code}");
    }

    [Fact]
    public void Every_spelling_of_a_district_is_that_district_once_its_province_is_known()
    {
        foreach (var (code, names) in Rows("districts"))
            foreach (var name in names)
                Assert.Equal(new PlaceFound("KH", code[..2], code), Data.Places.Find(name, "KH", code[..2]));
    }

    [Fact]
    public void A_district_alone_is_its_own_or_its_provinces_name_or_known_to_be_two()
    {
        string[] shared = ["Samraong", "សំរោង", "Samrong", "Samroung"];
        foreach (var (code, names) in Rows("districts"))
            foreach (var name in names)
            {
                var found = Data.Places.Find(name);
                if (shared.Contains(name))
                    Assert.Equal(new PlaceFound("KH", null, null), found);
                else
                    Assert.True(found?.Province == code[..2] && (found.District == code || found.District is null), $"{name} ({code}) is {found}");
            }
    }

    [Fact]
    public void No_two_provinces_share_a_name_or_a_sound()
    {
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, names) in Rows("provinces"))
            foreach (var name in names)
            {
                var letters = string.Concat(name.Normalize().ToLowerInvariant().Where(c => !" .'-".Contains(c)));
                var keys = new[] { letters, SoundKey.Of(letters) is { } sound ? "sound " + sound : letters };
                foreach (var key in keys)
                {
                    Assert.True(owner.GetValueOrDefault(key, code) == code, $"{name}: {code} and {owner.GetValueOrDefault(key)} share {key}");
                    owner[key] = code;
                }
            }
        Assert.Contains(owner.Keys, key => key.StartsWith("sound ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kampung Jam", "03")]
    [InlineData("kompong chaam", "03")]
    [InlineData("Kompong Chnaang", "04")]
    [InlineData("Bat Damborng", "02")]
    [InlineData("Monduulkirii", "11")]
    [InlineData("Ratanakirie", "16")]
    [InlineData("Banteay Meanjey", "01")]
    [InlineData("Swaay Rieng", "20")]
    [InlineData("ខេត្តសៀមរាប", "17")]
    [InlineData("ចាស ខ្ញុំនៅខេត្តកំពង់ធំ", "06")]
    [InlineData("នៅភ្នំពេញបង", "12")]
    [InlineData("khet Takeo", "21")]
    [InlineData("nov Kampot", "07")]
    [InlineData("Pursat province", "15")]
    [InlineData("I am in Kep", "23")]
    [InlineData("Phnom Penh, Cambodia", "12")]
    [InlineData("ត្បូងឃ\u200Bុំ\u17D2ម", "25")]
    public void A_province_is_heard_through_spelling_and_courtesy(string text, string province)
    {
        var found = Data.Places.Find(text);
        Assert.Equal(("KH", province), (found?.Country, found?.Province));
    }

    [Theory]
    [InlineData("Poipet", "0110")]
    [InlineData("Poi Pet", "0110")]
    [InlineData("ប៉ោយប៉ែត", "0110")]
    [InlineData("ក្រុងប៉ោយប៉ែត", "0110")]
    [InlineData("Sisophon", "0106")]
    [InlineData("Serey Saupon", "0106")]
    [InlineData("ស្វាយ", "0106")]
    [InlineData("Orchhrov", "0105")]
    [InlineData("Bavet", "2008")]
    [InlineData("បាវិត", "2008")]
    [InlineData("O'Smach", "2204")]
    [InlineData("Chrey Thom", "0804")]
    [InlineData("Chantrea", "2001")]
    [InlineData("Poipet, Banteay Meanchey", "0110")]
    [InlineData("ស្រុកមង្គលបូរី ខេត្តបន្ទាយមានជ័យ", "0102")]
    [InlineData("ខេត្តតាកែវ ស្រុកសំរោង", "2107")]
    [InlineData("Samraong, Oddar Meanchey", "2204")]
    [InlineData("ភ្នំស្រុក", "0103")]
    [InlineData("7 Makara", "1203")]
    public void A_district_gives_its_province(string text, string district) =>
        Assert.Equal(new PlaceFound("KH", district[..2], district), Data.Places.Find(text));

    [Fact]
    public void A_name_of_both_is_the_province_until_the_province_is_known()
    {
        Assert.Equal(new PlaceFound("KH", "02", null), Data.Places.Find("Battambang"));
        Assert.Equal(new PlaceFound("KH", "02", "0203"), Data.Places.Find("Battambang", "KH", "02"));
        Assert.Equal(new PlaceFound("KH", "02", "0203"), Data.Places.Find("Battambang", withinProvince: "2"));
        Assert.Null(Data.Places.Find("Battambang", "KH", "17"));
    }

    [Fact]
    public void A_district_of_two_provinces_gives_the_country_until_the_province_is_known()
    {
        Assert.Equal(new PlaceFound("KH", null, null), Data.Places.Find("Samraong"));
        Assert.Equal(new PlaceFound("KH", "22", "2204"), Data.Places.Find("សំរោង", "KH", "22"));
        Assert.Equal(new PlaceFound("KH", "21", "2107"), Data.Places.Find("សំរោង", "KH", "21"));
    }

    [Theory]
    [InlineData("ថៃ", "TH")]
    [InlineData("នៅប្រទេសថៃ", "TH")]
    [InlineData("srok thai", "TH")]
    [InlineData("in Thailand", "TH")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("ម៉ាឡេសីុ", "MY")]
    [InlineData("កូរ៉េ", "KR")]
    [InlineData("Myawaddy", "MM")]
    [InlineData("Dubai", "AE")]
    [InlineData("ស្រុកខ្មែរ", "KH")]
    [InlineData("Bangkok, Thailand", null)]
    public void A_country_is_heard(string text, string? country) => Assert.Equal(country, Data.Places.Find(text)?.Country);

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("ប្រទេស")]
    [InlineData("ខ្ញុំ")]
    [InlineData("somewhere")]
    [InlineData("camp")]
    [InlineData("ខ្ញុំចង់ទៅថៃធ្វើការតែខ្លាច")]
    [InlineData("Battambang Siem Reap")]
    [InlineData("Poipet Siem Reap")]
    [InlineData("my brother went to Poipet last year")]
    public void What_is_no_place_is_null(string text) => Assert.Null(Data.Places.Find(text));

    [Fact]
    public void A_country_given_keeps_other_countries_out()
    {
        Assert.Null(Data.Places.Find("ថៃ", "KH"));
        Assert.Null(Data.Places.Find("Kampot", "TH"));
        Assert.Equal(new PlaceFound("KH", "07", null), Data.Places.Find("Kampot", "KH"));
    }

    [Fact]
    public void Digits_1_to_25_are_provinces_in_both_scripts()
    {
        for (var n = 1; n <= 25; n++)
        {
            var latin = n.ToString(CultureInfo.InvariantCulture);
            var khmer = string.Concat(latin.Select(digit => (char)(digit - '0' + '\u17E0')));
            foreach (var text in new[] { latin, khmer, n.ToString("00", CultureInfo.InvariantCulture), "លេខ " + khmer, latin + ".", khmer + " ចាស" })
                Assert.Equal(latin, Data.Reader.Province(text));
        }
        Assert.Null(Data.Reader.Province("0"));
        Assert.Null(Data.Reader.Province("26"));
        Assert.Null(Data.Reader.Province("ថៃ"));
        Assert.Equal("unknown", Data.Reader.Province("អត់ដឹងទេ"));
    }

    [Theory]
    [InlineData("TH", "ថៃ", "Thailand")]
    [InlineData("12", "ភ្នំពេញ", "Phnom Penh")]
    [InlineData("1", "បន្ទាយមានជ័យ", "Banteay Meanchey")]
    [InlineData("0110", "ប៉ោយប៉ែត", "Poipet")]
    public void A_code_has_a_name(string code, string khmer, string english)
    {
        Assert.Equal(khmer, Data.Places.Name(code, "km"));
        Assert.Equal(english, Data.Places.Name(code, "en"));
    }

    [Theory]
    [InlineData("26")]
    [InlineData("ZZ")]
    [InlineData("")]
    public void An_unknown_code_throws(string code) => Assert.Throws<ArgumentException>(() => Data.Places.Name(code, "km"));

    private static string[] Ways(string name) =>
        name.Any(c => c > '\u1780') ? [name, "ខេត្ត" + name, "នៅ " + name + "។"] : [name, name.ToUpperInvariant(), "khet " + name, name + " province", " nov " + name + "!"];

    private static List<(string Code, List<string> Names)> Rows(string kind)
    {
        using var document = JsonDocument.Parse(Data.PlacesJson);
        var rows = new List<(string, List<string>)>();
        foreach (var row in document.RootElement.GetProperty(kind).EnumerateArray())
        {
            var names = new List<string> { row.GetProperty("en").GetString()!, row.GetProperty("km").GetString()! };
            if (row.TryGetProperty("also", out var also))
                names.AddRange(also.EnumerateArray().Select(name => name.GetString()!));
            rows.Add((row.GetProperty("code").GetString()!, names));
        }
        return rows;
    }
}

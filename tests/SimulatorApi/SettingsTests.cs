using Hotline.Functions.Setup;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Hotline.Tests.SimulatorApi;

/// <summary>When the simulator is the provider.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData(null, "http://localhost:7071/simulator")]
    [InlineData("http://0.0.0.0:5005", "http://localhost:5005/simulator")]
    [InlineData("http://127.0.0.1:5005;http://[::1]:5005", "http://127.0.0.1:5005/simulator")]
    public void In_Development_without_an_account_it_is_our_own_address_and_there_are_numbers(string? urls, string api)
    {
        var settings = Read(development: true, ("ASPNETCORE_URLS", urls));
        Assert.Equal(api, settings.ApiUrl);
        Assert.Equal([new Uri(api).Authority], settings.MediaHosts);
        string?[] numbers = [settings.Outreach.Number, settings.CheckInNumber, settings.Outreach.MissedCallNumber, .. settings.StaffNumbers];
        Assert.Equal(4, numbers.OfType<string>().Distinct().Count());
        Assert.Null(settings.DutyNumber);
    }

    [Fact]
    public void A_number_that_somebody_set_stays()
    {
        var settings = Read(development: true, ("Provider:CheckInNumber", "+85512000099"), ("Hotline:StaffNumbers", "+85512000077,+85512000078"));
        Assert.Equal("+85512000099", settings.CheckInNumber);
        Assert.Equal(["+85512000077", "+85512000078"], settings.StaffNumbers);
    }

    [Theory]
    [InlineData(true, "Provider:ApiUrl", "http://127.0.0.1:9", "http://127.0.0.1:9")]
    [InlineData(true, "Provider:AccountSid", Signed.Account, "https://api.twilio.com")]
    [InlineData(true, "Provider:AuthToken", Signed.Token, "https://api.twilio.com")]
    [InlineData(false, "Provider:Kind", "twilio", "https://api.twilio.com")]
    public void With_a_provider_or_an_account_and_in_Production_nothing_is_simulated(bool development, string name, string value, string api)
    {
        (string, string?)[] account = development ? [] : [("Provider:AccountSid", Signed.Account), ("Provider:AuthToken", Signed.Token)];
        var settings = Read(development, [(name, value), .. account]);
        Assert.Equal(api, settings.ApiUrl);
        Assert.Null(settings.Outreach.Number ?? settings.CheckInNumber ?? settings.Outreach.MissedCallNumber);
        Assert.Empty(settings.StaffNumbers);
    }

    private static Settings Read(bool development, params (string Name, string? Value)[] values)
    {
        using var folder = new Scratch();
        return SettingsReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection(
                [new("Hotline:DataPath", folder.Folder), new("Hotline:PublicUrl", Signed.Origin), .. values.Select(value => new KeyValuePair<string, string?>(value.Name, value.Value))]).Build(),
            development);
    }
}

using Hotline.Functions;
using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Providers;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("twilio", null, null, "https://api.twilio.com", "api.twilio.com")]
    [InlineData("somleng", null, null, "https://api.somleng.org", "api.somleng.org")]
    [InlineData("somleng", "https://api.somleng.example.org/", " storage.example.org, cdn.example.org:8443 ", "https://api.somleng.example.org", "api.somleng.example.org,storage.example.org,cdn.example.org:8443")]
    public void The_api_itself_may_always_be_fetched_from(string kind, string? api, string? media, string url, string hosts)
    {
        var settings = Read(("Provider:Kind", kind), ("Provider:ApiUrl", api), ("Provider:MediaHosts", media));
        Assert.Equal((url, hosts), (settings.ApiUrl, string.Join(',', settings.MediaHosts)));
    }

    [Theory]
    [InlineData("Provider:ApiUrl", "http://api.twilio.com")]
    [InlineData("Provider:ApiUrl", "api.twilio.com")]
    [InlineData("Provider:ApiUrl", "https://AC1:word@api.twilio.com")]
    [InlineData("Provider:ApiUrl", "https://api.twilio.com?x=1")]
    [InlineData("Provider:MediaHosts", "https://storage.example.org")]
    [InlineData("Provider:MediaHosts", "storage.example.org/files")]
    [InlineData("Provider:MediaHosts", "a@storage.example.org")]
    [InlineData("Provider:MediaHosts", "storage.example.org;cdn.example.org")]
    [InlineData("Provider:MediaHosts", "*.example.org")]
    [InlineData("Provider:MediaHosts", "storage.example.org:443")]
    public void An_address_that_would_be_of_no_use_or_carry_the_token_in_the_open_stops_the_start(string name, string value) =>
        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), Assert.Throws<SetupException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_gateway_has_one_way_out()
    {
        using var folder = new Scratch();
        using var app = Gateway.Build(["--environment", "Development", "--Hotline:DataPath", folder.Folder], serving: false);
        Assert.Same(app.Services.GetRequiredService<IProvider>(), Assert.IsType<ProviderClient>(app.Services.GetRequiredService<IProvider>()));
    }

    private static Settings Read(params (string Name, string? Value)[] values) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Hotline:PublicUrl", Signed.Origin), new("Provider:AccountSid", Signed.Account), new("Provider:AuthToken", Signed.Token),
            .. values.Select(value => new KeyValuePair<string, string?>(value.Name, value.Value)),
        ]).Build(),
        development: false);
}

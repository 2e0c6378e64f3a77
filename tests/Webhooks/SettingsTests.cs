using Hotline.Functions.Webhooks;
using Xunit;

namespace Hotline.Tests.Webhooks;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("https://h.example/path", "AC1", "t")]
    [InlineData("https://h.example?x=1", "AC1", "t")]
    [InlineData("https://user@h.example", "AC1", "t")]
    [InlineData("ftp://h.example", "AC1", "t")]
    [InlineData("h.example", "AC1", "t")]
    [InlineData("https://h.example", " ", "t")]
    [InlineData("https://h.example", "AC1", "")]
    public void A_door_without_its_settings_says_so(string url, string account, string token) =>
        Assert.Throws<ArgumentException>(() => new DoorSettings(url, ProviderKind.Twilio, account, [token], KnownParameters.BuiltIn));

    [Fact]
    public void A_closing_slash_of_the_public_url_does_no_harm() =>
        Assert.Equal("https://h.example:8443", new DoorSettings("https://h.example:8443/", ProviderKind.Twilio, "AC1", ["t"], KnownParameters.BuiltIn).PublicUrl);

    [Fact]
    public void A_list_of_names_without_a_kind_is_refused() =>
        Assert.Throws<FormatException>(() => KnownParameters.Parse("""{"Sms": [], "Call": [], "Recording": []}"""u8.ToArray()));
}

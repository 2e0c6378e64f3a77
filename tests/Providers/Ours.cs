using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Providers;

/// <summary>An account and requests of it, with everything private marked so that it can be looked for.</summary>
internal static class Ours
{
    public const string Person = "+85512987654";
    public const string Number = "+15005550006";
    public const string Words = "ពាក្យសម្ងាត់ Zebra!";
    public const string Text = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Call = "CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Recording = "REaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Accepted = """{"sid": "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""";

    public static ProviderAccount Twilio { get; } = new(ProviderKind.Twilio, "https://api.twilio.com", Signed.Account, Signed.Token, ["api.twilio.com"]);

    public static ProviderAccount Somleng { get; } = new(ProviderKind.Somleng, "https://api.somleng.org", Signed.SomlengAccount, Signed.Token, ["api.somleng.org", "storage.example.org"]);

    public static OutboundMessage Message { get; } = new(Person, Number, Words) { StatusCallback = new Uri(Signed.Origin + "/delivery?id=QK7RWD#rc=2&rp=ct,rt,5xx"), ValidFor = TimeSpan.FromHours(2) };

    public static OutboundCall Ring { get; } = new(Person, Number, new Uri(Signed.Origin + "/call")) { StatusCallback = new Uri(Signed.Origin + "/call"), RingFor = TimeSpan.FromSeconds(25) };

    public static MessageQuery Inbound { get; } = new(Number, Inbound: true, new DateTimeOffset(2019, 5, 24, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2019, 5, 25, 0, 0, 0, TimeSpan.Zero));

    public static ProviderClient Client(HttpMessageHandler network, ProviderAccount? account = null, TimeProvider? clock = null, ILogger<ProviderClient>? logger = null, Patience? patience = null) =>
        new(account ?? Twilio, clock ?? InstantClock.At2026, logger, patience, () => network);
}

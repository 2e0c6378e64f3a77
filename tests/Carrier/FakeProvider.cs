using System.Collections.Concurrent;
using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>
/// A provider that remembers: Twilio's API of 2010-04-01, or Somleng's. Keeps what it was asked, refuses what they refuse, fails as told, and does
/// nothing by itself: what comes later waits in <see cref="Agenda"/> until <see cref="Advance"/>. The same for a seed.
/// </summary>
internal sealed partial class FakeProvider
{
    private readonly ConcurrentQueue<Asked> creates = new();
    private readonly Router router;

    public FakeProvider(TimeProvider clock, int seed, ProviderKind kind = ProviderKind.Twilio)
    {
        (Clock, Kind) = (clock, kind);
        Sids = new Sids(kind, seed);
        Agenda = new Agenda(clock);
        Faults = new Faults(seed + 1);
        Life = new TextLife(seed + 2);
        Webhooks = new Webhooks(this, seed + 3);
        Messages = new MessageShelf(kind);
        Refusal = new Refusal(kind);
        Texts = new Texts(this);
        Calls = new Calls(this);
        ApiUrl = IsSomleng ? "https://api.somleng.example.org" : "https://api.twilio.com";
        router = new Router(this);
    }

    public TimeProvider Clock { get; }
    public ProviderKind Kind { get; }
    public Agenda Agenda { get; }
    public Faults Faults { get; }
    public TextLife Life { get; }
    public Webhooks Webhooks { get; }
    public Ledger Ledger { get; } = new();
    public Phones Phones { get; } = new();
    public OptOuts OptOuts { get; } = new();
    public MessageShelf Messages { get; }
    public Calls Calls { get; }
    public Recordings Recordings { get; } = new();

    /// <summary>Without a slash at the end; a server puts its own address here.</summary>
    public string ApiUrl { get; set; }

    /// <summary>Where Somleng keeps recordings: asked without a password.</summary>
    public string StorageUrl { get; set; } = "https://storage.example.org";

    /// <summary>Where the gateway's webhooks are, as the provider knows it.</summary>
    public string PublicUrl { get; set; } = Signed.Origin;

    /// <summary>The paths set in the provider's console.</summary>
    public string SmsWebhook { get; set; } = "/sms";
    public string CallWebhook { get; set; } = "/call";

    /// <summary>Told of the end of calls that came in; null: nobody is.</summary>
    public string? CallStatusWebhook { get; set; } = "/call";

    /// <summary>The numbers that we may send from.</summary>
    public ISet<string> OurNumbers { get; } = new HashSet<string>(StringComparer.Ordinal) { Carrier.Line };

    /// <summary>A message made so recently is not listed yet.</summary>
    public TimeSpan ListingLag { get; set; }

    /// <summary>A text sent whose arrival nobody tells may be removed after this. Unconfirmed.</summary>
    public TimeSpan SentIsFinalAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Told how much time a call or a slow answer takes; a test may move its clock by it.</summary>
    public Action<TimeSpan> Passing { get; set; } = _ => { };

    /// <summary>How long a clip plays, by its address.</summary>
    public Func<string, TimeSpan> ClipLength { get; set; } = _ => TimeSpan.FromSeconds(2);

    /// <summary>Runs before a request is processed; what it throws or waits for comes in between. Faults are already chosen.</summary>
    public Func<Asked, Fault, Task>? Before { get; set; }

    /// <summary>Runs when a request has been processed and its answer is not sent yet.</summary>
    public Func<Asked, Reply, Task>? After { get; set; }

    /// <summary>Every request to make a message or a call that arrived, refused ones too, in order.</summary>
    public IReadOnlyList<Asked> Creates => [.. creates];

    public string AccountSid => IsSomleng ? Signed.SomlengAccount : Signed.Account;
    public string Token => Signed.Token;
    public bool IsSomleng => Kind == ProviderKind.Somleng;

    /// <summary>For a <see cref="ProviderClient"/>.</summary>
    public ProviderAccount Account => new(Kind, ApiUrl, AccountSid, Token, [new Uri(ApiUrl).Authority, new Uri(StorageUrl).Authority]);

    internal Lock Gate { get; } = new();
    internal Sids Sids { get; }
    internal Refusal Refusal { get; }
    internal Texts Texts { get; }
    internal string AccountPath => $"/2010-04-01/Accounts/{AccountSid}/";

    /// <summary>For a <see cref="ProviderClient"/>; each time anew, all of them this provider.</summary>
    public HttpMessageHandler Handler() => new ProviderHandler(this);

    /// <summary>All that is due by the clock happens, callbacks are delivered.</summary>
    /// <returns>How many things happened.</returns>
    public Task<int> Advance() => Agenda.Advance();

    internal bool IsRemovable(KeptMessage message) =>
        message.IsFinal || (message is { Status: "sent", DateSent: { } sent } && sent + SentIsFinalAfter <= Clock.GetUtcNow());

    internal bool IsOurs(string number) => OurNumbers.Any(ours => Phones.Same(ours, number));

    internal bool IsNumber(string number)
    {
        var digits = Phones.Digits(number);
        return (IsSomleng || number.StartsWith('+')) && digits.Length is >= 7 and <= 15 && digits[0] != '0' && digits.All(char.IsAsciiDigit);
    }

    /// <summary>As this provider writes a number: Somleng without its plus.</summary>
    internal string Written(string number) => IsSomleng ? Phones.Digits(number) : number;
}

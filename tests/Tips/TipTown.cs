using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Tips;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Tips;

/// <summary>The whole gateway, with a number for missed calls of tips.</summary>
internal sealed class TipTown : IAsyncDisposable
{
    public const string Number = "+85512000097";

    /// <summary>A Monday, nine in the morning in Phnom Penh.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private TipTown(Town town) => Town = town;

    public Town Town { get; }

    public static async Task<TipTown> Build(DateTimeOffset? start = null, params string[] more)
    {
        var town = await Town.Build(1, start ?? Monday, more: [$"--Provider:TipsNumber={Number}", .. more]);
        town.Provider.OurNumbers.Add(Number);
        return new TipTown(town);
    }

    public async Task<string> Say(string from, params string[] texts)
    {
        var said = "";
        foreach (var text in texts)
            said = (await Town.Carrier.Text(from, text)).Text;
        return said;
    }

    /// <summary>A missed call to the number of tips.</summary>
    /// <returns>What the provider is told to do.</returns>
    public async Task<string> Ring(string from, string? call = null) => (await Town.Carrier.Post(Call(from, call ?? Carrier.Sid("CA"), "ringing"))).Text;

    public static Signed Call(string from, string call, string status) => new Signed(Hotline.Functions.Webhooks.WebhookKind.Call, "/call",
        [.. new[] { ("Called", Number), ("Caller", from), ("From", from), ("To", Number), ("CallSid", call), ("Direction", "inbound"), ("AccountSid", Signed.Account), ("ApiVersion", "2010-04-01"), ("CallStatus", status) }
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2))]).Sign();

    public async Task<string> Command(params string[] args)
    {
        using var output = new StringWriter();
        await Town.Services.GetRequiredService<BroadcastCommand>().Run(["broadcast", .. args], output);
        return output.ToString();
    }

    public async Task<TipSubscription?> Subscription(string number) =>
        (await Town.Services.GetRequiredService<TipRows>().Subscription(Town.Services.GetRequiredService<Pseudonyms>().OfNumber(number), default))?.Value;

    public async Task<int> Rows(string prefix)
    {
        var count = 0;
        foreach (var shard in CallerId.AllShards)
            count += (await Town.Store.Scan(shard, prefix, RowKeys.After(prefix))).Count;
        return count;
    }

    public IReadOnlyList<Sent> TextsTo(string number) => [.. Town.Provider.Ledger.To(number).Where(sent => sent.Kind == SentKind.Text)];

    public Task Live(TimeSpan time) => Town.Live(Town.Now + time, TimeSpan.FromSeconds(1));

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}

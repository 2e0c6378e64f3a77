using Hotline.Flows.Engine;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outside;
using Hotline.Tests.Reconciling;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Recordings;

/// <summary>Leaves recordings as callers do, and takes them back.</summary>
internal static class Caller
{
    private const string Line = "85512000000";

    /// <summary>The provider has it two seconds after the talk.</summary>
    public static KeptRecording Recorded(this Post post) =>
        post.Provider.Recordings.Add(post.Provider.Sids.Next("RE"), post.Provider.Sids.Next("CA"), TimeSpan.FromSeconds(17), post.Clock.GetUtcNow());

    public static string AddressOf(this Post post, KeptRecording recording) => post.Provider.AddressOf(recording);

    /// <summary>As the provider's callback.</summary>
    public static ValueTask CalledBack(this Post post, KeptRecording recording) => post.Of<RecordingBook>().Expect(post.AddressOf(recording), 17, default);

    /// <summary>A call in which it is left as the story, and its end: what was said is filed.</summary>
    /// <returns>The name of the report's row, without its kind.</returns>
    public static async Task<string> Reported(this Post post, string address)
    {
        var call = Guid.NewGuid().ToString("N");
        foreach (var (input, step) in new (Input, string)[] { (new Input.CallStarted(), "0"), (new Input.Recording(address, 17), "1"), (new Input.HangUp(), "end") })
            await post.Of<Switchboard>().Take(new TurnRequest(post.Of<Functions.Keys.Pseudonyms>().OfNumber(Post.Person), Line, $"{call}:{step}", input, new Circumstances(Channel.Voice, false, "KH", call[..8]), Post.Person), _ => []);
        await post.Pass(TimeSpan.FromMinutes(31));
        foreach (var shard in Functions.Keys.CallerId.AllShards)
            foreach (var row in await post.Store.Scan(shard, "todo|", "todo|~"))
                if (RowKeys.KindOf(row.Key) == Wake.Kind)
                    await post.Of<Switchboard>().Wake(shard, row, Wake.FromJson(post.Of<Functions.Keys.Sealer>().Open(shard, row.Key, row.Body.Span)!)!);
        return (await post.Rows("report|"))[^1].Key["report|".Length..];
    }

    public static ValueTask Withdrawn(this Post post, string report) => post.Of<AmendmentLanding>().Land(
        new LandedAmendment([report], "withdrawal", new StoredAmendment(new DateOnly(2026, 11, 22), 0, StoredAmendment.Withdrawal, null, "", null)), default);

    /// <summary>As an erasure in the middle of a call.</summary>
    public static async Task Erased(this Post post, string address)
    {
        var shard = post.Of<Functions.Keys.Pseudonyms>().OfNumber(Post.Person).Shard;
        var rows = DiscardPerformer.Rows(post.Of<Functions.Keys.Sealer>(), shard, post.Of<Functions.Keys.Pseudonyms>().OfTurn(address), address, new DateOnly(2026, 11, 22), post.Clock.GetUtcNow());
        await post.Store.Commit(shard, [.. rows]);
    }

    public static async Task<Recording?> Standing(this Post post, string address) => (await post.Of<RecordingBook>().Find(address))?.Recording;

    public static async Task<byte[]?> Sound(this Post post, string address) => await post.Of<RecordingBook>().Find(address) is { } found ? await post.Of<Sounds>().Read(found) : null;
}

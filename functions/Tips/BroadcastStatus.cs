using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>How broadcasts fared and what came of them, in numbers of people and never who.</summary>
public sealed class BroadcastStatus(IStore store, TipRows rows, Fates fates)
{
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    /// <summary>By end, and of those that were sent how many reached a phone and how many did not.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Ends(Broadcast broadcast, CancellationToken cancel = default)
    {
        if (broadcast.Counts is { } counted)
            return counted;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Count(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
        foreach (var shard in CallerId.AllShards)
        {
            var recipients = await rows.Recipients(shard, broadcast.Name, cancel);
            if (recipients.Count == 0)
                continue;
            var known = (await store.Scan(shard, RowKeys.Fates, RowKeys.After(RowKeys.Fates), cancel: cancel)).ToDictionary(row => row.Key, row => row, StringComparer.Ordinal);
            foreach (var (_, _, recipient) in recipients)
            {
                Count(NameOf(recipient.End));
                if (recipient.Sent is { } sent && known.TryGetValue(RowKeys.Fate(sent), out var row) && fates.Open(shard, row) is { IsFinal: true } fate)
                    Count(fate.Reached ? Delivered : Failed);
            }
        }

        return counts;
    }

    /// <summary>How many joined and left on that day or later.</summary>
    public async Task<(int Joined, int Left)> Since(DateOnly day, CancellationToken cancel = default)
    {
        var (joined, left) = (0, 0);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.TipTalliesFrom(day), RowKeys.After(RowKeys.AllTipTallies), cancel: cancel))
                _ = row.Key.Split('|')[2] == TipJoining.Joined ? joined++ : left++;
        return (joined, left);
    }

    /// <summary>How many are on the list now, by interest; "-" told none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> People(CancellationToken cancel = default)
    {
        var people = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var (_, person) in await rows.Subscriptions(shard, cancel))
                people[person.Interest ?? "-"] = people.GetValueOrDefault(person.Interest ?? "-") + 1;
        return people;
    }

    /// <summary>Conversations that began with a word of a campaign and ended on that day or later, by campaign.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Campaigns(DateOnly since, CancellationToken cancel = default)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Outcome(since, ""), RowKeys.After(RowKeys.Outcomes), cancel: cancel))
                if (row.Columns?["campaign"] is { Value: string campaign })
                    counts[campaign] = counts.GetValueOrDefault(campaign) + 1;
        return counts;
    }

    public static string NameOf(TipEnd end) => end switch
    {
        TipEnd.Waiting => "waiting",
        TipEnd.Begun => "on its way",
        TipEnd.Sent => "sent",
        TipEnd.Unknown => "unknown",
        TipEnd.Refused => "refused",
        TipEnd.Left => "left",
        TipEnd.Stopped => "stopped",
        TipEnd.Late => "late",
        _ => "had enough",
    };
}

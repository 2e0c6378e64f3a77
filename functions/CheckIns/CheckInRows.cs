using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.CheckIns;

/// <summary>Effects of the check-in line → rows of the same commit. A wrong word and the duress word write the same rows of the same sizes; neither is acted on before the reply.</summary>
public sealed class CheckInRows(Sealer sealer, Pseudonyms pseudonyms)
{
    /// <summary>Seconds until the sweeper may take a page: the reply has long gone.</summary>
    public const int PageAfter = 20;

    /// <param name="seen">Null when a clock woke the session and nobody spoke.</param>
    public void Add(Planned planned, string shard, ClientSeen? seen, IReadOnlyList<Effect> effects, DateTimeOffset now)
    {
        for (var i = 0; i < effects.Count; i++)
            switch (effects[i])
            {
                case Effect.WordHeard { Kind: not WordKind.Safe and var kind } when seen is not null:
                    Page(planned, shard, Name(kind), seen, now);
                    break;
                case Effect.PauseClient { Why: var why } when seen is not null:
                    Page(planned, shard, why == PauseReason.NoWord ? "no-word" : "stopped", seen, now);
                    // Who says stop here says it to all of us.
                    if (why == PauseReason.Stopped)
                        planned.Writes.Add(new Insert(RowKeys.OptOut(pseudonyms.OfOptOut(seen.Row.Phone), Guid.NewGuid().ToString("N")), TurnPlan.Day(now)));
                    break;
                case Effect.TellCaseworker { What: var what } when seen is not null:
                    Page(planned, shard, what, seen, now);
                    break;
                case Effect.CheckInDone { Result: var result }:
                    var key = RowKeys.CheckIn(result.Client, result.Day, Guid.NewGuid().ToString("N"));
                    planned.Writes.Add(new Insert(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(result, CheckInJson.Default.CheckInResult))));
                    break;
            }

        if (seen is not null && seen.Row.Client.After(effects, CheckInPlan.Today(now)) is var after && !ReferenceEquals(after, seen.Row.Client))
            planned.Writes.Add(new Replace(seen.Key, seen.Version, sealer.Seal(shard, seen.Key, (seen.Row with { Client = after }).ToJson())));
    }

    public Insert Page(string shard, string what, string client, DateTimeOffset now)
    {
        var key = RowKeys.Due(now.ToUnixTimeSeconds() + PageAfter, StoredPage.Kind, Guid.NewGuid().ToString("N"));
        return new Insert(key, sealer.Seal(shard, key, new StoredPage(what, client, now).ToBytes()));
    }

    private void Page(Planned planned, string shard, string what, ClientSeen seen, DateTimeOffset now) => planned.Writes.Add(Page(shard, what, seen.Row.Client.Id, now));

    private static string Name(WordKind kind) => kind switch
    {
        WordKind.Duress => "duress",
        WordKind.Help => "help",
        WordKind.SafeButLocked => "safe-but-locked",
        _ => "wrong",
    };
}

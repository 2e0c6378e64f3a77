using Hotline.Flows.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.CheckIns;

/// <summary>Once a day: every client whom somebody has to look at again has a to-do for it. A client who fell out of the queue would be forgotten without a sound.</summary>
public sealed partial class ContactWatch(IStore store, Sealer sealer, ContactAgenda agenda, ILogger<ContactWatch> log) : IRegularWork
{
    private DateOnly last;

    public Chore Chore => Chore.CheckIns;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = CheckInPlan.Today(now);
        if (today == last)
            return;
        foreach (var shard in CallerId.AllShards)
            await Look(shard, now, cancel);
        last = today;
    }

    private async Task Look(string shard, DateTimeOffset now, CancellationToken cancel)
    {
        var clients = await store.Scan(shard, RowKeys.Clients, RowKeys.After(RowKeys.Clients), cancel: cancel);
        if (clients.Count == 0)
            return;
        var agendas = (await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo), cancel: cancel)).Where(row => RowKeys.KindOf(row.Key) == ContactAgenda.Kind).Select(row => RowKeys.IdOf(row.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in clients)
        {
            var client = ClientRow.FromJson(sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow("client"));
            if (ContactLadder.When(client.Client, now) is null || agendas.Contains(ContactAgenda.IdOf(row.Key, client)))
                continue;
            var (next, todo) = agenda.Anew(shard, row.Key, client, now);
            // A conflict means that somebody changed the client meanwhile, and made a to-do with it.
            if (await store.Commit(shard, [new Replace(row.Key, row.Version, sealer.Seal(shard, row.Key, next.ToJson())), .. todo], cancel) == CommitResult.Committed)
                Found(log);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A client was in no queue; now one is.")]
    private static partial void Found(ILogger log);
}

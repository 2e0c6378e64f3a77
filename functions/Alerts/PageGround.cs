using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Alerts;

/// <summary>How urgent a page is, and whom the client's enrolment names. A wrong word and the duress word are the same here.</summary>
public sealed class PageGround(IStore store, Sealer sealer)
{
    public async ValueTask<OwedAlert> Look(string shard, Row row, OwedAlert alert, CancellationToken cancel)
    {
        if (sealer.Open(shard, row.Key, row.Body.Span) is not { } body || StoredPage.FromBytes(body) is not { } page)
            throw new DamagedRow(StoredPage.Kind);
        return alert with { Grade = AlertGrades.Of(page.What), Names = await Names(shard, page.Client, cancel), Sooner = AlertGrades.ForSupervisor(page.What) ? StaffBook.LastRung : 0 };
    }

    /// <summary>Somebody has taken up what a page says, so nobody above them has to be told; nothing for what is no page.</summary>
    public async ValueTask<IReadOnlyList<Write>> TakenUp(string shard, Row row, CancellationToken cancel)
    {
        if (!row.Key.StartsWith(RowKeys.Waiting(StoredPage.Kind, ""), StringComparison.Ordinal) || sealer.Open(shard, row.Key, row.Body.Span) is not { } body || StoredPage.FromBytes(body) is not { } page)
            return [];
        if (await Find(shard, page.Client, cancel) is not { } seen || Casework.Take(seen.Row.Client) is var taken && ReferenceEquals(taken, seen.Row.Client))
            return [];
        return [new Replace(seen.Key, seen.Version, sealer.Seal(shard, seen.Key, (seen.Row with { Client = taken }).ToJson()))];
    }

    private async ValueTask<IReadOnlyList<string>> Names(string shard, string client, CancellationToken cancel) =>
        await Find(shard, client, cancel) is { Row.Client.Enrolment: { } enrolment } ? enrolment.Page : [];

    private async ValueTask<ClientSeen?> Find(string shard, string client, CancellationToken cancel)
    {
        foreach (var row in await store.Scan(shard, RowKeys.Clients, RowKeys.After(RowKeys.Clients), cancel: cancel))
            if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && ClientRow.FromJson(json) is var found && found.Client.Id == client)
                return new ClientSeen(row.Key, row.Version, found);
        return null;
    }
}

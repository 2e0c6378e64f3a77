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

    private async ValueTask<IReadOnlyList<string>> Names(string shard, string client, CancellationToken cancel)
    {
        foreach (var row in await store.Scan(shard, RowKeys.Clients, RowKeys.After(RowKeys.Clients), cancel: cancel))
            if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && ClientRow.FromJson(json) is { Client: { Enrolment: { } enrolment } found } && found.Id == client)
                return enrolment.Page;
        return [];
    }
}

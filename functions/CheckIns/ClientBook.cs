using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.CheckIns;

/// <summary>All clients, for whoever holds the keys: found by their short names.</summary>
public sealed class ClientBook(IStore store, Sealer sealer, Pseudonyms pseudonyms, ContactAgenda agenda, TimeProvider clock)
{
    private const string Letters = "bcdfghjkmnpqrstvwxz";
    private const int NameLength = 6;

    /// <exception cref="DamagedRow">A row does not open with these keys.</exception>
    public async Task<IReadOnlyList<(string Shard, ClientSeen Seen)>> All(CancellationToken cancel = default)
    {
        List<(string, ClientSeen)> all = [];
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Clients, RowKeys.After(RowKeys.Clients), cancel: cancel))
                all.Add((shard, new ClientSeen(row.Key, row.Version, ClientRow.FromJson(sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow("client")))));
        return all;
    }

    /// <returns>The new client's short name, drawn and not made from the number; null when the phone has an open case already.</returns>
    /// <param name="now">No contact older than this is owed.</param>
    public async Task<string?> Enrol(Enrolment enrolment, string phone, DateTimeOffset now, CancellationToken cancel = default)
    {
        var caller = await Place(phone, cancel);
        var key = RowKeys.Client(caller);
        var names = (await All(cancel)).Select(item => item.Seen.Row.Client.Id).ToHashSet(StringComparer.Ordinal);
        string name;
        do
            name = RandomNumberGenerator.GetString(Letters, NameLength);
        while (names.Contains(name));
        var before = await store.Read(caller.Shard, key, cancel);
        var old = before is null ? null : ClientRow.FromJson(sealer.Open(caller.Shard, key, before.Body.Span) ?? throw new DamagedRow("client"));
        if (old is { Client.Standing: not Standing.Closed })
            return null;
        var (row, todo) = agenda.Anew(caller.Shard, key, new ClientRow(new Client { Id = name, Enrolment = enrolment, DoneUpTo = now }, phone, old?.Agenda ?? 0), now);
        var body = sealer.Seal(caller.Shard, key, row.ToJson());
        Write write = before is null ? new Insert(key, body) : new Replace(key, before.Version, body);
        return await store.Commit(caller.Shard, [write, .. todo], cancel) == CommitResult.Committed ? name : null;
    }

    /// <summary>A client stays under the key of the first enrolment; who is new begins under the one in use.</summary>
    private async ValueTask<CallerId> Place(string phone, CancellationToken cancel)
    {
        foreach (var caller in pseudonyms.OfNumberByEachKey(phone))
            if (await store.Read(caller.Shard, RowKeys.Client(caller), cancel) is not null)
                return caller;
        return pseudonyms.OfNumber(phone);
    }

    /// <returns>False when a turn of the client came between: look again.</returns>
    public async Task<bool> Change(string shard, ClientSeen seen, Client client, CancellationToken cancel = default)
    {
        var (row, todo) = agenda.Anew(shard, seen.Key, seen.Row with { Client = client }, clock.GetUtcNow());
        return await store.Commit(shard, [new Replace(seen.Key, seen.Version, sealer.Seal(shard, seen.Key, row.ToJson())), .. todo], cancel) == CommitResult.Committed;
    }

    /// <summary>In the order of their days; two of one day in any.</summary>
    public async Task<IReadOnlyList<CheckInResult>> Results(string client, CancellationToken cancel = default)
    {
        List<CheckInResult> results = [];
        var prefix = RowKeys.CheckIns(client);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                results.Add(JsonSerializer.Deserialize(sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow("check-in"), CheckInJson.Default.CheckInResult)!);
        return [.. results.OrderBy(result => result.Day)];
    }

    /// <summary>What a caseworker has not been told yet, that on its way included; urgent first.</summary>
    public async Task<IReadOnlyList<StoredPage>> Pages(CancellationToken cancel = default)
    {
        // First what is on its way, then what has come: a page that moves meanwhile is seen at least once.
        var pages = new Dictionary<string, StoredPage>(StringComparer.Ordinal);
        foreach (var prefix in new[] { RowKeys.Todo, RowKeys.Waiting(StoredPage.Kind, "") })
            foreach (var shard in CallerId.AllShards)
                foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                    if (row.Key.Split('|') is [.., StoredPage.Kind, var id] && sealer.Open(shard, row.Key, row.Body.Span) is { } body && StoredPage.FromBytes(body) is { } page)
                        pages[id] = page;
        return [.. pages.Values.OrderByDescending(page => page.IsUrgent).ThenBy(page => page.At)];
    }
}

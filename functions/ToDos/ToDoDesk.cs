using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>The queue as a person sees it: what is due and since when, what was given up, and what to do about that.</summary>
public sealed class ToDoDesk(IStore store, ToDoRows rows, TimeProvider clock)
{
    private const int NameLength = 6;

    /// <summary>Every kind in the queue, with how many there are, how many are due, and the oldest due moment.</summary>
    public async Task<IReadOnlyList<KindInQueue>> Queue(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var kinds = new SortedDictionary<string, KindInQueue>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo), cancel: cancel))
            {
                var (kind, due) = (RowKeys.KindOf(row.Key), RowKeys.DueOf(row.Key));
                var before = kinds.GetValueOrDefault(kind) ?? new KindInQueue(kind, 0, 0, null);
                kinds[kind] = before with
                {
                    All = before.All + 1,
                    Due = before.Due + (due <= now ? 1 : 0),
                    Oldest = due <= now && !(before.Oldest <= due) ? due : before.Oldest,
                };
            }

        return [.. kinds.Values];
    }

    public async Task<IReadOnlyList<NamedDead>> Dead(CancellationToken cancel = default)
    {
        var dead = new List<NamedDead>();
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.AllDead, RowKeys.After(RowKeys.AllDead), cancel: cancel))
                dead.Add(new NamedDead(NameOf(row.Key), shard, row, rows.OpenDead(shard, row)));
        return [.. dead.OrderBy(item => item.ToDo.Died)];
    }

    /// <summary>Back into the queue, due now and as if never tried.</summary>
    public async Task<bool> Again(NamedDead dead, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var id = dead.Row.Key.Split('|', 3)[2];
        return await store.Commit(dead.Shard, [new Delete(dead.Row.Key, dead.Row.Version), rows.New(dead.Shard, dead.ToDo.Kind, id, now, dead.ToDo.Body, now)], cancel) == CommitResult.Committed;
    }

    public async Task<bool> Forget(NamedDead dead, CancellationToken cancel = default) =>
        await store.Commit(dead.Shard, [new Delete(dead.Row.Key, dead.Row.Version)], cancel) == CommitResult.Committed;

    /// <summary>Short enough to be typed, and nobody's number or pseudonym.</summary>
    private static string NameOf(string key) => new Chance(MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(key)))).ShortId(NameLength, 1);
}

/// <param name="Oldest">Of those that are due.</param>
public sealed record KindInQueue(string Kind, int All, int Due, DateTimeOffset? Oldest);

public sealed record NamedDead(string Name, string Shard, Row Row, DeadToDo ToDo);

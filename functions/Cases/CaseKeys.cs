using System.Security.Cryptography;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Cases;

/// <summary>
/// The key of each case, under the hash of its receipt, and of each recording, under its name; sealed by the ring. It is there before the first row that needs
/// it, and goes before them: with it goes whatever any backup still holds of them.
/// </summary>
public sealed class CaseKeys(CaseStore cases, Sealer sealer)
{
    private const string Prefix = "case|";

    /// <summary>The key there is, or a new one that is on the disk now.</summary>
    /// <exception cref="DamagedRow">There is one, and it does not open.</exception>
    public async ValueTask<CaseKey> Ensure(string name, CancellationToken cancel)
    {
        var (shard, key) = (ShardOf(name), Prefix + name);
        var secret = RandomNumberGenerator.GetBytes(CaseKey.Length);
        while (true)
        {
            if (await cases.Store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, secret))], cancel) == CommitResult.Committed)
                return new CaseKey(secret);
            // Somebody was before us; or has taken it away again since.
            if (await Find(name, cancel) is { } known)
                return known;
        }
    }

    /// <returns>Null when there is none: it was filed before cases had keys, or is taken back.</returns>
    public async ValueTask<CaseKey?> Find(string name, CancellationToken cancel) =>
        await cases.Store.Read(ShardOf(name), Prefix + name, cancel) is { } row ? Open(ShardOf(name), row) : null;

    public async ValueTask Forget(string name, CancellationToken cancel) =>
        await cases.Store.Commit(ShardOf(name), [new Delete(Prefix + name)], cancel);

    /// <summary>All keys of a shard, by name. One that does not open is left out.</summary>
    public async ValueTask<IReadOnlyDictionary<string, CaseKey>> In(string shard, CancellationToken cancel)
    {
        var all = new Dictionary<string, CaseKey>(StringComparer.Ordinal);
        foreach (var row in await cases.Store.Scan(shard, Prefix, RowKeys.After(Prefix), cancel: cancel))
            if (sealer.Open(shard, row.Key, row.Body.Span) is { Length: CaseKey.Length } secret)
                all[row.Key[Prefix.Length..]] = new CaseKey(secret);
        return all;
    }

    private CaseKey Open(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { Length: CaseKey.Length } secret ? new CaseKey(secret) : throw new DamagedRow("case key");

    private static string ShardOf(string name) => CallerId.Parse(name)!.Value.Shard;
}

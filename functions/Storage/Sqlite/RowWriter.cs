using System.Globalization;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Applies commits on the writing connection; <see cref="Writer"/> says when a group begins and ends.</summary>
internal sealed class RowWriter(Database database) : IDisposable
{
    private readonly Statement version = database.Prepare("SELECT version FROM rows WHERE shard = ?1 AND key = ?2");
    private readonly Statement insert = database.Prepare("INSERT INTO rows (shard, key, version, body, columns) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    private readonly Statement replace = database.Prepare("UPDATE rows SET version = ?3, body = ?4, columns = ?5 WHERE shard = ?1 AND key = ?2");
    private readonly Statement delete = database.Prepare("DELETE FROM rows WHERE shard = ?1 AND key = ?2");
    private readonly Statement begin = database.Prepare("BEGIN IMMEDIATE");
    private readonly Statement commit = database.Prepare("COMMIT");
    private readonly VersionSource versions = new();

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>
    /// Inserts first, since one that finds its key taken is its own look and those before it can be taken back; what else is expected is looked
    /// up before it is written. So a conflict needs no savepoint, which would copy each page for the neighbours in the group.
    /// The keys of a commit differ, so no write changes what another one expects.
    /// </summary>
    public CommitResult Apply(string shard, IReadOnlyList<Write> writes)
    {
        var inserted = 0;
        while (inserted < writes.Count && TryInsert(shard, writes[inserted]))
            inserted++;
        if (inserted == writes.Count && AllHold(shard, writes))
        {
            for (var i = 0; i < writes.Count; i++)
                Change(shard, writes[i]);
            return CommitResult.Committed;
        }

        for (var i = 0; i < inserted; i++)
        {
            if (writes[i] is Insert)
                Delete(shard, writes[i].Key);
        }

        return CommitResult.Conflict;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { version, insert, replace, delete, begin, commit })
            statement.Dispose();
    }

    /// <summary>False if the key is taken. What is no insert has its turn later.</summary>
    private bool TryInsert(string shard, Write write) =>
        write is not Insert row || Put(insert.Bind(1, shard).Bind(2, row.Key), row.Body, row.Columns);

    private bool AllHold(string shard, IReadOnlyList<Write> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            if (!Holds(shard, writes[i]))
                return false;
        }

        return true;
    }

    private bool Holds(string shard, Write write) => write switch
    {
        Replace expected => VersionOf(shard, write.Key) is { } found && found == Parse(expected.Version),
        Delete { Version: { } expected } => VersionOf(shard, write.Key) is { } found && found == Parse(expected),
        _ => true,
    };

    private long? VersionOf(string shard, string key)
    {
        try
        {
            return version.Bind(1, shard).Bind(2, key).Step() ? version.Number(0) : null;
        }
        finally
        {
            version.Reset();
        }
    }

    private void Change(string shard, Write write)
    {
        if (write is Replace row)
            Put(replace.Bind(1, shard).Bind(2, row.Key), row.Body, row.Columns);
        else if (write is Delete)
            Delete(shard, write.Key);
    }

    private void Delete(string shard, string key) => delete.Bind(1, shard).Bind(2, key).Run();

    /// <summary>Whether a row was written.</summary>
    private bool Put(Statement statement, ReadOnlyMemory<byte> body, Columns? columns)
    {
        statement.Bind(3, versions.Next()).Bind(4, body.Span);
        if (columns is null)
            statement.BindNull(5);
        else
            statement.BindText(5, ColumnsJson.Write(columns));
        statement.Run();
        return database.Changes == 1;
    }

    /// <summary>Another store's version, or nonsense, is simply no version of ours.</summary>
    private static long? Parse(string version) =>
        long.TryParse(version, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;
}

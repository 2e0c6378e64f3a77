using System.Globalization;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Applies commits on the writing connection; <see cref="Writer"/> says when a group begins and ends.</summary>
internal sealed class RowWriter(Database database) : IDisposable
{
    private readonly Statement version = database.Prepare("SELECT version FROM rows WHERE shard = ?1 AND key = ?2");
    private readonly Statement insert = database.Prepare("INSERT INTO rows (shard, key, version, body, columns) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement replace = database.Prepare("UPDATE rows SET version = ?3, body = ?4, columns = ?5 WHERE shard = ?1 AND key = ?2");
    private readonly Statement delete = database.Prepare("DELETE FROM rows WHERE shard = ?1 AND key = ?2");
    private readonly Statement begin = database.Prepare("BEGIN IMMEDIATE");
    private readonly Statement commit = database.Prepare("COMMIT");
    private readonly VersionSource versions = new();

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>
    /// Looks before it writes: a conflict then leaves nothing to undo, so its neighbours in the group need no savepoint (which would copy each
    /// page). The keys of a commit differ, so no write changes what another one expects.
    /// </summary>
    public CommitResult Apply(string shard, IReadOnlyList<Write> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            if (!Holds(shard, writes[i]))
                return CommitResult.Conflict;
        }

        for (var i = 0; i < writes.Count; i++)
            Apply(shard, writes[i]);
        return CommitResult.Committed;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { version, insert, replace, delete, begin, commit })
            statement.Dispose();
    }

    private bool Holds(string shard, Write write) => write switch
    {
        Insert => VersionOf(shard, write.Key) is null,
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

    private void Apply(string shard, Write write)
    {
        switch (write)
        {
            case Insert row:
                Put(insert, shard, row.Key, row.Body, row.Columns);
                break;
            case Replace row:
                Put(replace, shard, row.Key, row.Body, row.Columns);
                break;
            default:
                delete.Bind(1, shard).Bind(2, write.Key).Run();
                break;
        }
    }

    private void Put(Statement statement, string shard, string key, ReadOnlyMemory<byte> body, Columns? columns)
    {
        statement.Bind(1, shard).Bind(2, key).Bind(3, versions.Next()).Bind(4, body.Span);
        if (columns is null)
            statement.BindNull(5);
        else
            statement.BindText(5, ColumnsJson.Write(columns));
        statement.Run();
    }

    /// <summary>Another store's version, or nonsense, is simply no version of ours.</summary>
    private static long? Parse(string version) =>
        long.TryParse(version, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>The tables, and what is checked each time the file is opened.</summary>
internal static class Schema
{
    public const int Version = 1;

    /// <summary>Where <see cref="SqliteStore.AcceptsWrites"/> writes; emptied at each start.</summary>
    public const string ProbeShard = "probe";

    // "HOTL": a file of another program is never taken for ours.
    private const string ApplicationId = "1213158476";

    // Without rowids, because their order would tell which report came after which caller.
    private const string Tables = """
        CREATE TABLE rows (
          shard TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, columns TEXT,
          PRIMARY KEY (shard, key)) STRICT, WITHOUT ROWID;
        CREATE VIEW outcomes AS SELECT
          columns ->> '$.day.date' AS day, columns ->> '$.flow' AS flow, columns ->> '$.flow_version' AS flow_version,
          columns ->> '$.channel' AS channel, columns ->> '$.language' AS language, columns ->> '$.campaign' AS campaign,
          columns ->> '$.end' AS "end", columns ->> '$.turns' AS turns, columns ->> '$.segments' AS segments,
          columns ->> '$.seconds' AS seconds, columns ->> '$.province' AS province, columns ->> '$.kind' AS kind,
          columns ->> '$.risk' AS risk
          FROM rows WHERE key >= 'outcome|' AND key < 'outcome}';
        """;

    /// <exception cref="SetupException">A newer or foreign file, or a disk that cannot keep the promises.</exception>
    public static void Prepare(Database database)
    {
        var file = database.FileName;
        Settle(database);
        if (database.Ask("PRAGMA quick_check(1)") is not "ok")
            throw Failure.Of(file, SQLitePCL.raw.SQLITE_CORRUPT);

        var version = int.Parse(database.Ask("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > Version)
            throw new SetupException($"The store {file} was written by a newer version of this program: install that version, or restore the backup made before it.");
        if (version == 0)
            Create(database);
        if (database.Ask("PRAGMA application_id") is not ApplicationId)
            throw new SetupException($"The file {file} is another program's database: choose another file for the store.");
        database.Execute($"DELETE FROM rows WHERE shard = '{ProbeShard}'");
    }

    private static void Create(Database database)
    {
        if (database.Ask("SELECT count(*) FROM sqlite_schema") is not "0")
            throw new SetupException($"The file {database.FileName} is another program's database: choose another file for the store.");
        database.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT");
    }

    /// <summary>Each setting is read back, because SQLite ignores what it cannot do.</summary>
    private static void Settle(Database database)
    {
        database.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192");
        database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        foreach (var (pragma, wanted) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("trusted_schema", "0") })
        {
            if (database.Ask("PRAGMA " + pragma) != wanted)
                throw new SetupException($"The disk under the store {database.FileName} does not allow {pragma} = {wanted}: use a local disk.");
        }
    }
}

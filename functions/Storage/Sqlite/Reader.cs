using System.Globalization;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>A read-only connection with its statements. The log lets it read while the writer writes.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Database database;
    private readonly Statement one;
    private readonly Statement range;
    private readonly Statement shards;

    public Reader(string path, TimeSpan patience)
    {
        database = Database.Open(path, readOnly: true, patience);
        database.Execute("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cache_size = -4096");
        one = database.Prepare("SELECT key, version, body, columns FROM rows WHERE shard = ?1 AND key = ?2");
        range = database.Prepare("SELECT key, version, body, columns FROM rows WHERE shard = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4");
        shards = database.Prepare("SELECT min(shard) FROM rows WHERE shard > ?1");
    }

    public Row? Read(string shard, string key)
    {
        try
        {
            return one.Bind(1, shard).Bind(2, key).Step() ? Current(one) : null;
        }
        finally
        {
            one.Reset();
        }
    }

    public List<Row> Scan(string shard, string from, string to, int limit)
    {
        try
        {
            range.Bind(1, shard).Bind(2, from).Bind(3, to).Bind(4, limit);
            var rows = new List<Row>();
            while (range.Step())
                rows.Add(Current(range));
            return rows;
        }
        finally
        {
            range.Reset();
        }
    }

    public string? ShardAfter(string last)
    {
        try
        {
            return shards.Bind(1, last).Step() && !shards.IsNull(0) ? shards.Text(0) : null;
        }
        finally
        {
            shards.Reset();
        }
    }

    public void Dispose()
    {
        shards.Dispose();
        one.Dispose();
        range.Dispose();
        database.Dispose();
    }

    private static Row Current(Statement row) => new(
        row.Text(0),
        row.Number(1).ToString("x16", CultureInfo.InvariantCulture),
        row.Bytes(2).ToArray(),
        row.IsNull(3) ? null : ColumnsJson.Read(row.Bytes(3)));
}

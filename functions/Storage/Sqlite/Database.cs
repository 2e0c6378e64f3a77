using SQLitePCL;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>One SQLite connection. Not thread-safe: opened without SQLite's own mutex, its owner lets in one thread at a time.</summary>
/// <remarks>SQLitePCLRaw directly, because ADO.NET's commands and boxed parameters cost more than the row itself on the hot path.</remarks>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 handle;

    private Database(sqlite3 handle, string fileName)
    {
        this.handle = handle;
        FileName = fileName;
    }

    public string FileName { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Rows that the last insert, update or delete wrote.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Patience is how long to wait for another program's lock.</summary>
    public static Database Open(string path, bool readOnly, TimeSpan patience)
    {
        Batteries_V2.Init();
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null!);
        var database = new Database(handle, Path.GetFileName(path));
        try
        {
            database.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            database.Wait(patience);
            // SQLite quietly opens a file that it may not write as read-only.
            if (!readOnly && raw.sqlite3_db_readonly(handle, "main") == 1)
                throw Failure.Of(database.FileName, raw.SQLITE_READONLY);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Wait(TimeSpan patience) => raw.sqlite3_busy_timeout(handle, (int)patience.TotalMilliseconds);

    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(handle, sql);
        if (code != raw.SQLITE_OK)
            throw Failure.Of(FileName, raw.sqlite3_extended_errcode(handle));
    }

    /// <summary>The first value of the first row as text, empty if there is none.</summary>
    public string Ask(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Failure.Of(FileName, code);
    }

    public void Dispose() => handle.Dispose();
}

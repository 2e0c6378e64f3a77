using System.Text;
using SQLitePCL;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>A prepared statement, kept for the life of its connection. Values are bound from 1, read from 0.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, string text)
    {
        Span<byte> utf8 = stackalloc byte[3 * StoreLimits.KeyLength];
        return BindText(index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    public Statement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        database.Check(raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> blob)
    {
        database.Check(raw.sqlite3_bind_blob(handle, index, blob));
        return this;
    }

    public Statement Bind(int index, long number)
    {
        database.Check(raw.sqlite3_bind_int64(handle, index, number));
        return this;
    }

    public Statement BindNull(int index)
    {
        database.Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>True if there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Ends the read or write. A read that is not reset keeps the log from being emptied.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public void Dispose() => handle.Dispose();
}

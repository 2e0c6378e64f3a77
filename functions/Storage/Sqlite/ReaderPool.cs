using System.Collections.Concurrent;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Readers between two reads. There are never more than threads that read at once, because a read does not wait.</summary>
internal sealed class ReaderPool(string path, TimeSpan patience) : IDisposable
{
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool closed;

    public Reader Rent()
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteStore));
        return idle.TryTake(out var reader) ? reader : new Reader(path, patience);
    }

    public void Return(Reader reader)
    {
        idle.Add(reader);
        if (closed)
            Dispose();
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}

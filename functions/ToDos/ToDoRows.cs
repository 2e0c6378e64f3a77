using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>To-dos ↔ rows. One that moves to another time is a new row in the same commit: its key is its time.</summary>
public sealed class ToDoRows(Sealer sealer)
{
    /// <param name="id">Whoever makes the same one twice gives it the same name: the second commit conflicts.</param>
    public Insert New(string shard, string kind, string id, DateTimeOffset due, string body, DateTimeOffset now) =>
        (Insert)At(shard, kind, id, due, new ToDo(body, now.ToUnixTimeSeconds()));

    /// <exception cref="DamagedRow">The row was changed by something that has no key.</exception>
    public ToDo Open(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { } json && ToDo.FromJson(json) is { } todo ? todo : throw new DamagedRow(RowKeys.KindOf(row.Key));

    /// <summary>The row, changed and at another time; conflicts when somebody else was faster.</summary>
    /// <returns>The writes, and the new row's key.</returns>
    public (IReadOnlyList<Write> Writes, string Key) Moved(string shard, string key, string version, ToDo changed, DateTimeOffset due)
    {
        var insert = At(shard, RowKeys.KindOf(key), RowKeys.IdOf(key), due, changed);
        return insert.Key == key
            ? ([new Replace(key, version, ((Insert)insert).Body)], key)
            : ([new Delete(key, version), insert], insert.Key);
    }

    public Insert Dead(string shard, string key, ToDo todo, string why, DateTimeOffset now)
    {
        var dead = new DeadToDo(RowKeys.KindOf(key), why, todo.Body, DateTimeOffset.FromUnixTimeSeconds(todo.Made), now);
        var place = RowKeys.Dead(RowKeys.KindOf(key), RowKeys.IdOf(key));
        return new Insert(place, sealer.Seal(shard, place, JsonSerializer.SerializeToUtf8Bytes(dead, ToDoJson.Default.DeadToDo)));
    }

    public DeadToDo OpenDead(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { } json ? JsonSerializer.Deserialize(json, ToDoJson.Default.DeadToDo)! : throw new DamagedRow("dead to-do");

    private Write At(string shard, string kind, string id, DateTimeOffset due, ToDo todo)
    {
        var key = RowKeys.Due(due.ToUnixTimeSeconds(), kind, id);
        return new Insert(key, sealer.Seal(shard, key, todo.ToJson()));
    }
}

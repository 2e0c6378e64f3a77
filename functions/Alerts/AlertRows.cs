using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Alerts;

/// <summary>What is waiting on the desk → the to-do that tells somebody of it, for the very commit that stores it.</summary>
public sealed class AlertRows(ToDoRows rows)
{
    /// <param name="row">The key of what waits; the last part is its name.</param>
    /// <param name="grade">Null where nobody may look inside yet.</param>
    public Insert New(string shard, string row, AlertGrade? grade, DateTimeOffset now)
    {
        var id = AlertIds.Of(row[(row.LastIndexOf('|') + 1)..]);
        return rows.New(shard, OwedAlert.Kind, id, now, new OwedAlert(id, row, now.ToUnixTimeSeconds()) { Grade = grade }.ToJson(), now);
    }
}

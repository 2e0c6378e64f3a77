using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.CheckIns;

/// <summary>The one to-do of a client that says when somebody has to look at the client again. Whoever changes the client makes a new one; older ones then mean nothing.</summary>
public sealed class ContactAgenda(ToDoRows rows)
{
    public const string Kind = "contact";

    /// <returns>The row with a new agenda, and the to-do for it; none while nothing will be due.</returns>
    public (ClientRow Row, IReadOnlyList<Write> ToDo) Anew(string shard, string clientKey, ClientRow row, DateTimeOffset now)
    {
        var next = row with { Agenda = row.Agenda + 1 };
        return ContactLadder.When(next.Client, now) is { } due ? (next, [rows.New(shard, Kind, IdOf(clientKey, next), due, BodyOf(next), now)]) : (next, []);
    }

    public static bool IsOf(ToDo todo, ClientRow row) => todo.Body == BodyOf(row);

    public static string BodyOf(ClientRow row) => row.Agenda.ToString(CultureInfo.InvariantCulture);

    /// <summary>The caller's pseudonym, under which the client lies, and the agenda's number: two agendas may be due in one second.</summary>
    public static string ClientKeyOf(string id) => Turns.RowKeys.Clients + id[..id.LastIndexOf('~')];

    public static string IdOf(string clientKey, ClientRow row) => $"{clientKey[Turns.RowKeys.Clients.Length..]}~{BodyOf(row)}";
}

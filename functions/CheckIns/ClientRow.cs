using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Functions.CheckIns;

/// <summary>A client as the row holds it, before sealing. The number is in no row but this one.</summary>
/// <param name="Agenda">Counts the contact to-dos made for this client: only the last one counts.</param>
public sealed record ClientRow(Client Client, string Phone, int Agenda = 0)
{
    public byte[] ToJson() => ReusedJson.Write(this, static (json, row) =>
    {
        var client = row.Client;
        json.WriteStartObject();
        json.WriteString("id"u8, client.Id);
        json.WriteString("phone"u8, row.Phone);
        json.WriteNumber("agenda"u8, row.Agenda);
        json.WriteString("standing"u8, client.Standing.ToString());
        if (client.Closed is { } closed)
            json.WriteString("closed"u8, closed.ToString());
        json.WriteNumber("tries"u8, client.Tries);
        Day(json, "triedOn", client.TriedOn);
        json.WriteNumber("answered"u8, client.Answered);
        Day(json, "movedTo", client.MovedTo);
        if (client.DoneUpTo is { } done)
            json.WriteNumber("doneUpTo"u8, done.ToUnixTimeSeconds());
        Day(json, "resumedOn", client.ResumedOn);
        json.WriteNumber("missed"u8, client.Missed);
        json.WriteNumber("strangers"u8, client.Strangers);
        if (client.Contact is { } contact)
        {
            json.WritePropertyName("contact"u8);
            ContactJson.Write(json, contact);
        }

        if (client.Raised is { } raised)
        {
            json.WritePropertyName("raised"u8);
            ContactJson.Write(json, raised);
        }

        json.WritePropertyName("enrolment"u8);
        EnrolmentFile.Write(json, client.Enrolment!);
        json.WriteEndObject();
    });

    /// <exception cref="JsonException">Not a client: the row is damaged.</exception>
    public static ClientRow FromJson(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        var (enrolment, _) = EnrolmentFile.Read(root.GetProperty("enrolment"));
        return new ClientRow(
            new Client
            {
                Id = root.GetProperty("id").GetString()!,
                Enrolment = enrolment ?? throw new JsonException("A client row holds an enrolment."),
                Standing = Enum.Parse<Standing>(root.GetProperty("standing").GetString()!),
                Closed = root.TryGetProperty("closed", out var closed) ? Enum.Parse<ClosingReason>(closed.GetString()!) : null,
                Tries = root.GetProperty("tries").GetInt32(),
                TriedOn = Day(root, "triedOn"),
                Answered = root.GetProperty("answered").GetInt32(),
                MovedTo = Day(root, "movedTo"),
                // Rows of an earlier version have none of these.
                DoneUpTo = root.TryGetProperty("doneUpTo", out _) ? ContactJson.Moment(root, "doneUpTo") : null,
                ResumedOn = Day(root, "resumedOn"),
                Missed = root.TryGetProperty("missed", out var missed) ? missed.GetInt32() : 0,
                Strangers = root.TryGetProperty("strangers", out var strangers) ? strangers.GetInt32() : 0,
                Contact = root.TryGetProperty("contact", out var contact) ? ContactJson.ReadContact(contact) : null,
                Raised = root.TryGetProperty("raised", out var raised) ? ContactJson.ReadRaised(raised) : null,
            },
            root.GetProperty("phone").GetString()!,
            root.TryGetProperty("agenda", out var agenda) ? agenda.GetInt32() : 0);
    }

    public override string ToString() => nameof(ClientRow);

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } given)
            json.WriteNumber(name, given.DayNumber);
    }

    private static DateOnly? Day(JsonElement root, string name) => root.TryGetProperty(name, out var day) ? DateOnly.FromDayNumber(day.GetInt32()) : null;
}

/// <summary>A client as a turn found it.</summary>
public sealed record ClientSeen(string Key, string Version, ClientRow Row);

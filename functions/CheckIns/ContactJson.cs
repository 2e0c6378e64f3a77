using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Functions.CheckIns;

/// <summary>The stored forms of a contact and of what was raised. Moments are Unix seconds. Reading is strict: a name that is not known is damage, never a default.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteNumber("planned"u8, contact.Planned.ToUnixTimeSeconds());
        json.WriteNumber("began"u8, contact.Began.ToUnixTimeSeconds());
        if (contact.Outcome is { } outcome)
            json.WriteString("outcome"u8, outcome.ToString());
        json.WriteStartArray("tries"u8);
        foreach (var made in contact.Tries)
        {
            json.WriteStartObject();
            json.WriteNumber("at"u8, made.At.ToUnixTimeSeconds());
            json.WriteString("by"u8, made.By.ToString());
            json.WriteString("end"u8, made.End.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Raised raised)
    {
        json.WriteStartObject();
        json.WriteString("reason"u8, raised.Reason.ToString());
        json.WriteNumber("at"u8, raised.At.ToUnixTimeSeconds());
        if (raised.Rung is { } rung)
            json.WriteString("rung"u8, rung.ToString());
        json.WriteEndObject();
    }

    /// <exception cref="JsonException">Not a contact.</exception>
    public static Contact ReadContact(JsonElement element) => new(Moment(element, "planned"), Moment(element, "began"))
    {
        Outcome = element.TryGetProperty("outcome", out var outcome) ? Named<ContactOutcome>(outcome) : null,
        Tries = [.. element.GetProperty("tries").EnumerateArray().Select(made => new ContactTry(Moment(made, "at"), Named<Channel>(made.GetProperty("by")), Named<TryEnd>(made.GetProperty("end"))))],
    };

    /// <exception cref="JsonException">Nothing that was raised.</exception>
    public static Raised ReadRaised(JsonElement element) =>
        new(Named<RaiseReason>(element.GetProperty("reason")), Moment(element, "at"), element.TryGetProperty("rung", out var rung) ? Named<Rung>(rung) : null);

    public static DateTimeOffset Moment(JsonElement element, string name) =>
        element.GetProperty(name).TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : throw new JsonException("A moment of a contact is no moment.");

    private static T Named<T>(JsonElement value) where T : struct, Enum =>
        value.GetString() is { } name && Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : throw new JsonException("A word of a contact is not known.");
}

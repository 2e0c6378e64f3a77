using System.Text.Json;

namespace Hotline.Flows.Engine;

/// <summary>
/// The stored form of a session: compact JSON, empty fields left out. Written by hand because it is rewritten every turn;
/// relaxed escaping keeps Khmer at three bytes a character instead of six. Names that a reader does not know are skipped, so an older
/// program can finish what a newer one began.
/// </summary>
public static class SessionJson
{
    public static byte[] Write(Session session) => ReusedJson.Write(session, Write);

    public static void Write(Utf8JsonWriter json, Session s)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, s.Id);
        json.WriteString("flow"u8, s.Flow);
        json.WriteNumber("version"u8, s.Version);
        json.WriteString("state"u8, s.State);
        if (s.Channel == Channel.Voice)
            json.WriteBoolean("voice"u8, true);
        Text(json, "call"u8, s.Call);
        Text(json, "language"u8, s.Language);
        if (s.Slots.Count > 0)
        {
            json.WriteStartObject("slots"u8);
            foreach (ref readonly var slot in s.Slots.Items)
                json.WriteString(slot.Key, slot.Value);
            json.WriteEndObject();
        }

        List(json, "words"u8, s.Words);
        List(json, "recordings"u8, s.Recordings);
        List(json, "trail"u8, s.Trail);
        Number(json, "misses"u8, s.Misses);
        Text(json, "paused"u8, s.Paused?.ToString());
        Text(json, "pausedLanguage"u8, s.PausedLanguage);
        Text(json, "return"u8, s.Return?.ToString());
        if (s.Closed)
            json.WriteBoolean("closed"u8, true);
        if (s.Left)
            json.WriteBoolean("left"u8, true);
        Text(json, "campaign"u8, s.Campaign);
        json.WriteNumber("started"u8, s.StartedAt);
        json.WriteNumber("last"u8, s.LastAt);
        Number(json, "wake"u8, s.WakeAt);
        Number(json, "turns"u8, s.Turns);
        Number(json, "segments"u8, s.Segments);
        json.WriteEndObject();
    }

    /// <exception cref="JsonException">Not a session: the row is damaged.</exception>
    public static Session Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        return Read(ref json);
    }

    public static Session Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A session is an object.");
        var d = new SessionDraft();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            d.ReadField(ref json);
        return d.ToSession();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
            json.WriteNumber(name, value);
    }

    private static void List(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        for (var i = 0; i < values.Count; i++)
            json.WriteStringValue(values[i]);
        json.WriteEndArray();
    }
}

using System.Text.Json;
using Hotline.Flows.Engine;

namespace Hotline.Functions.Turns;

/// <summary>What a session row holds, before sealing: the session, and the number only if its owner agreed to be contacted.</summary>
public sealed record Envelope(Session Session, string? Contact)
{
    public byte[] ToJson() => ReusedJson.Write(this, static (json, envelope) =>
    {
        json.WriteStartObject();
        if (envelope.Contact is not null)
            json.WriteString("contact"u8, envelope.Contact);
        json.WritePropertyName("session"u8);
        SessionJson.Write(json, envelope.Session);
        json.WriteEndObject();
    });

    public static Envelope FromJson(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        Session? session = null;
        string? contact = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            if (json.ValueTextEquals("session"u8))
            {
                json.Read();
                session = SessionJson.Read(ref json);
            }
            else if (json.ValueTextEquals("contact"u8))
            {
                json.Read();
                contact = json.GetString();
            }
            else
            {
                json.Skip();
            }

        return new Envelope(session ?? throw new JsonException("A session row holds a session."), contact);
    }
}

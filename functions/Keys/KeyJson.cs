using System.Globalization;
using System.Text.Json;

namespace Hotline.Functions.Keys;

/// <summary>Keys ↔ JSON, the same in a file, a vault and the environment.</summary>
internal static class KeyJson
{
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static byte[] Write(IReadOnlyList<Key> keys)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (var key in keys)
            {
                json.WriteStartObject();
                json.WriteString("id", key.Id);
                json.WriteString("purpose", key.Purpose.ToString());
                json.WriteBase64String("key", key.Secret);
                json.WriteString("created", key.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (key.From > 0)
                    json.WriteString("from", DateTimeOffset.FromUnixTimeSeconds(key.From).ToString(Second, CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <returns>Null when it is no complete ring.</returns>
    public static KeyRing? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return new KeyRing([.. document.RootElement.GetProperty("keys").EnumerateArray().Select(ReadKey)]);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            // The original text could quote a secret.
            return null;
        }
    }

    private static Key ReadKey(JsonElement key) => new(
        key.GetProperty("id").GetString() ?? "",
        Enum.Parse<KeyPurpose>(key.GetProperty("purpose").GetString() ?? ""),
        key.GetProperty("key").GetBytesFromBase64(),
        DateOnly.ParseExact(key.GetProperty("created").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        key.TryGetProperty("from", out var from)
            ? DateTimeOffset.ParseExact(from.GetString() ?? "", Second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds()
            : 0);
}

using System.Globalization;
using System.Text.Json;
using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Entities as the service's JSON ("Payload format for Table service operations", minimal metadata).</summary>
internal static class TableEntityJson
{
    private const string Annotation = "@odata.type";

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        foreach (var (name, value) in entity)
        {
            // Without its type a whole double would come back as an Int32 and an Int64 as a string.
            var type = value switch { string or bool => null, long => "Edm.Int64", double => "Edm.Double", DateTimeOffset => "Edm.DateTime", byte[] => "Edm.Binary", _ => throw new NotSupportedException($"The property {name} has a type that is not written.") };
            if (type is not null)
                json.WriteString(name + Annotation, type);
            switch (value)
            {
                case string text:
                    json.WriteString(name, text);
                    break;
                case bool flag:
                    json.WriteBoolean(name, flag);
                    break;
                case long number:
                    json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                    break;
                case double number:
                    json.WriteNumber(name, number);
                    break;
                case DateTimeOffset time:
                    json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
                    break;
                case byte[] bytes:
                    json.WriteBase64String(name, bytes);
                    break;
            }
        }

        json.WriteEndObject();
    }

    /// <summary>One entity.</summary>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : TableEntity, new()
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read<T>(ref reader);
    }

    /// <summary>A page of them.</summary>
    public static List<T> ReadPage<T>(ReadOnlySpan<byte> json)
        where T : TableEntity, new()
    {
        var reader = new Utf8JsonReader(json);
        var page = new List<T>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPage = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isPage)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    page.Add(Read<T>(ref reader));
        }

        return page;
    }

    private static T Read<T>(ref Utf8JsonReader reader)
        where T : TableEntity, new()
    {
        var entity = new T();
        // The type of a property stands beside it, before or after.
        string? type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Known(ref reader, entity))
                continue;
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(Annotation, StringComparison.Ordinal))
            {
                type = reader.GetString()!;
                if (entity.GetString(name[..^Annotation.Length]) is { } early)
                    (entity[name[..^Annotation.Length]], type) = (Typed(early, type), null);
                continue;
            }

            if (Value(ref reader, type) is { } value)
                entity[name] = value;
            type = null;
        }

        return entity;
    }

    /// <summary>What the service itself writes of an entity, and what it says of its own answer.</summary>
    private static bool Known(ref Utf8JsonReader reader, TableEntity entity)
    {
        if (reader.ValueTextEquals("odata.etag"u8) && reader.Read())
            entity.ETag = new ETag(reader.GetString()!);
        else if (reader.ValueTextEquals("PartitionKey"u8) && reader.Read())
            entity.PartitionKey = reader.GetString()!;
        else if (reader.ValueTextEquals("RowKey"u8) && reader.Read())
            entity.RowKey = reader.GetString()!;
        else if (reader.ValueTextEquals("Timestamp"u8) && reader.Read())
            entity.Timestamp = reader.GetDateTimeOffset();
        else if (reader.ValueTextEquals("Timestamp@odata.type"u8) || reader.ValueSpan.StartsWith("odata."u8))
            reader.Skip();
        else
            return false;
        return true;
    }

    private static object? Value(ref Utf8JsonReader reader, string? type) => reader.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
        // A number without a type is an Int32 or a double, as it looks.
        JsonTokenType.Number => type != "Edm.Double" && reader.TryGetInt64(out var whole) ? whole : reader.GetDouble(),
        JsonTokenType.String when type == "Edm.Binary" => reader.GetBytesFromBase64(),
        JsonTokenType.String => type is null ? reader.GetString() : Typed(reader.GetString()!, type),
        _ => null,
    };

    private static object Typed(string text, string type) => type switch
    {
        "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Binary" => Convert.FromBase64String(text),
        _ => text,
    };
}

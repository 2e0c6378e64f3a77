using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Columns as JSON text that SQLite's own functions read. A day is <c>{"date":"2026-11-22"}</c> and a double has a point, so that each comes back as it went in.</summary>
internal static class ColumnsJson
{
    // Only a program reads this text, never a web page; \u escapes would triple Khmer.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Columns columns)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, column) in columns)
            {
                json.WritePropertyName(name);
                WriteValue(json, column.Value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Columns Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        using var document = JsonDocument.ParseValue(ref reader);
        return Columns.Of(document.RootElement.EnumerateObject().Select(property => (property.Name, ReadValue(property.Value))).ToList());
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                var digits = number.ToString("R", CultureInfo.InvariantCulture);
                json.WriteRawValue(digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0");
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateOnly day:
                json.WriteStartObject();
                json.WriteString("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
        }
    }

    private static ColumnValue ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => DateOnly.ParseExact(value.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.GetRawText().AsSpan().ContainsAny('.', 'E') ? ColumnValue.FromDouble(value.GetDouble()) : ColumnValue.FromInt64(value.GetInt64()),
    };
}

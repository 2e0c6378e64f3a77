using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotline.Flows.Engine;

/// <summary>Writes small rows as compact JSON with one buffer and writer a thread: made anew each time they were a third of what a turn allocates.</summary>
public static class ReusedJson
{
    // Relaxed escaping keeps Khmer at three bytes a character instead of six.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? idle;

    /// <param name="write">May not call this again.</param>
    public static byte[] Write<T>(T row, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, json) = idle ?? Make();
        // Not given back if writing throws.
        idle = null;
        write(json, row);
        json.Flush();
        var written = buffer.WrittenSpan.ToArray();
        // Clears it too: it held what a person wrote.
        buffer.Clear();
        json.Reset();
        idle = (buffer, json);
        return written;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Make()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}

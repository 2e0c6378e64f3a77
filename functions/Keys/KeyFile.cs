using System.Globalization;
using System.Text.Json;

namespace Hotline.Functions.Keys;

/// <summary>The ring as JSON in a file of its own, readable by its owner only.</summary>
internal static class KeyFile
{
    private const UnixFileMode OthersMayNot =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static KeyRing Read(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayNot) != 0)
                throw new SetupException($"The key file {path} may be read by others on this machine: run `chmod 600` on it, and make new keys if somebody could have copied it.");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new KeyRing([.. document.RootElement.GetProperty("keys").EnumerateArray().Select(ReadKey)]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The key file {path} cannot be read: let the user that runs the hotline own it.");
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            // The original text could quote the file.
            throw new SetupException($"The key file {path} is damaged or not complete: put its backup back.");
        }
    }

    public static void Write(string path, IReadOnlyList<Key> keys, bool replace)
    {
        try
        {
            DurableFile.Write(path, Json(keys), replace);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The key file {path} cannot be written: make its folder writable for the user that runs the hotline.");
        }
    }

    private static byte[] Json(IReadOnlyList<Key> keys)
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
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static Key ReadKey(JsonElement key) => new(
        key.GetProperty("id").GetString() ?? "",
        Enum.Parse<KeyPurpose>(key.GetProperty("purpose").GetString() ?? ""),
        key.GetProperty("key").GetBytesFromBase64(),
        DateOnly.ParseExact(key.GetProperty("created").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text.Json;

namespace Hotline.Functions.Providers;

/// <summary>Reads the provider's JSON as it comes: numbers or strings, missing or null. What cannot be read is null.</summary>
internal static class AnswerReader
{
    private const int LongestFault = 8;

    public static string? Sid(byte[]? body) => Read(body, root => Text(root, "sid"));

    /// <summary>The provider's code, a number at Twilio and a string at Somleng; only if it looks like one, because it is shown and logged.</summary>
    public static string? Fault(byte[]? body) => Read(body, root => Fault(root, "code"));

    public static ProviderMessage? Message(byte[]? body) => Read(body, Message);

    /// <returns>All messages of the page, and the provider's own address of the page after.</returns>
    public static MessagePage? Page(byte[]? body) => Read(body, root =>
    {
        if (!root.TryGetProperty("messages", out var list) || list.ValueKind != JsonValueKind.Array)
            return null;
        var messages = new List<ProviderMessage>();
        foreach (var item in list.EnumerateArray())
        {
            // Without it the page would say "not found" of what it might hold.
            if (item.ValueKind != JsonValueKind.Object || Message(item) is not { } message)
                return null;
            messages.Add(message);
        }

        return new MessagePage(messages, Text(root, "next_page_uri") is { Length: > 0 } next ? next : null);
    });

    private static T? Read<T>(byte[]? body, Func<JsonElement, T?> read)
        where T : class
    {
        if (body is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProviderMessage? Message(JsonElement root) =>
        Text(root, "sid") is { } sid && Text(root, "direction") is { } direction && Text(root, "status") is { } status
            ? new ProviderMessage(sid, direction == "inbound", status, Text(root, "from") ?? "", Text(root, "to") ?? "", Text(root, "body") ?? "", Date(root, "date_sent") ?? Date(root, "date_created"), Fault(root, "error_code"))
            : null;

    private static string? Fault(JsonElement root, string name) =>
        Text(root, name) is { Length: > 0 and <= LongestFault } fault && fault.All(char.IsAsciiLetterOrDigit) ? fault : null;

    private static string? Text(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => Unquoted(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Unquoted(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return BrokenEscapes.Mend(value.GetRawText());
        }
    }

    private static DateTimeOffset? Date(JsonElement root, string name) =>
        DateTimeOffset.TryParse(Text(root, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}

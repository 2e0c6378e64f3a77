using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <summary>The service's refusals, as its word for them and nothing else: the text around it may hold keys.</summary>
internal static class TableError
{
    public static RequestFailedException Of(Response response)
    {
        var code = CodeOf(response) ?? "Unknown";
        return new RequestFailedException(response.Status, $"The table service refused: {code}.", code, null);
    }

    public static string? CodeOf(Response response) => response.Headers.TryGetValue("x-ms-error-code", out var code) ? code : CodeIn(response.Content.ToMemory().Span).Code;

    /// <summary>The answer of a transaction is 202 even when it was refused: the refusal stands in its only part.</summary>
    /// <returns>Null when all was done.</returns>
    public static TableTransactionFailedException? InTransaction(ReadOnlySpan<byte> answer)
    {
        for (var rest = answer; rest.IndexOf("HTTP/1.1 "u8) is >= 0 and var at;)
        {
            rest = rest[(at + "HTTP/1.1 ".Length)..];
            var status = int.TryParse(Encoding.ASCII.GetString(rest[..3]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (status is >= 200 and < 300)
                continue;
            var (code, index) = CodeIn(rest);
            return new TableTransactionFailedException(status, code ?? "Unknown", index);
        }

        return null;
    }

    private static (string? Code, int? Index) CodeIn(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("{\"odata.error\""u8) is not (>= 0 and var begin))
            return (null, null);
        try
        {
            var reader = new Utf8JsonReader(text[begin..]);
            using var document = JsonDocument.ParseValue(ref reader);
            var error = document.RootElement.GetProperty("odata.error");
            // "1:The specified entity already exists.": the message begins with the place of what was refused.
            var place = error.TryGetProperty("message", out var message) ? message.GetProperty("value").GetString()?.Split(':')[0] : null;
            return (error.GetProperty("code").GetString(), int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotline.Functions.Commands;

/// <summary>What --json prints: one object a line, Khmer as it is written.</summary>
internal static class CommandJson
{
    public static JsonSerializerOptions Lines { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}

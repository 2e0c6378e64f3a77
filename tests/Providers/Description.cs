using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotline.Tests.Providers;

/// <summary>The names that the provider's description knows for the fields and the query of a request. Prism passes names that nobody knows.</summary>
internal static class Description
{
    private static readonly JsonElement Paths = JsonDocument.Parse(File.ReadAllText(Prism.Description)).RootElement.GetProperty("paths");

    /// <returns>The names of ours that the description does not have; null when it has no such request at all.</returns>
    public static IReadOnlyList<string>? Unknown(string method, Uri address, string? body)
    {
        var path = Paths.EnumerateObject().FirstOrDefault(path => Regex.IsMatch(address.AbsolutePath, "^" + Regex.Replace(Regex.Escape(path.Name), @"\\\{\w+}", "[^/]+") + "$"));
        if (path.Value.ValueKind != JsonValueKind.Object || !path.Value.TryGetProperty(method.ToLowerInvariant(), out var operation))
            return null;
        var query = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)
            : [];
        var form = operation.TryGetProperty("requestBody", out var request)
            ? request.GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema").GetProperty("properties").EnumerateObject().Select(one => one.Name)
            : [];
        return [.. Names(address.Query.TrimStart('?')).Except(query), .. Names(body ?? "").Except(form)];
    }

    private static IEnumerable<string> Names(string pairs) =>
        pairs.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')));
}

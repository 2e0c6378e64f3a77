using System.Text.Json;

namespace Hotline.Tests.Hosting;

/// <summary>One folder with its function.json, as the Functions host reads it.</summary>
internal sealed record HostedFunction(string Name, string Trigger, string? Route, IReadOnlyList<string> Methods, string? AuthLevel, string? Schedule, bool Proxied)
{
    public bool IsHttp => Trigger == "httpTrigger";

    public bool IsTimer => Trigger == "timerTrigger";

    /// <returns>In the order in which the host tries them: by name.</returns>
    public static IReadOnlyList<HostedFunction> In(string folder) =>
        [.. Directory.GetDirectories(folder).Where(path => File.Exists(Path.Combine(path, "function.json"))).Select(Read).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    /// <param name="path">As it came, with its slash.</param>
    public bool Takes(string method, string path)
    {
        if (!IsHttp || !Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
            return false;
        var (wanted, given) = (Route!.Split('/'), path.TrimEnd('/').TrimStart('/').Split('/'));
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].StartsWith("{*", StringComparison.Ordinal))
                return true;
            if (i >= given.Length || !wanted[i].Equals(given[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return given.Length == wanted.Length;
    }

    private static HostedFunction Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "function.json")));
        var bindings = json.RootElement.GetProperty("bindings").EnumerateArray().ToList();
        var trigger = bindings.Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.Ordinal));
        string[] methods = trigger.TryGetProperty("methods", out var list) ? [.. list.EnumerateArray().Select(method => method.GetString()!)] : [];
        // Proxied are only functions with one input and one output; any other would get its request as JSON.
        var proxied = bindings.Count == 2 && bindings.Any(binding => Text(binding, "type") == "http" && Text(binding, "direction") == "out");
        return new(Path.GetFileName(folder), Text(trigger, "type")!, Text(trigger, "route"), methods, Text(trigger, "authLevel"), Text(trigger, "schedule"), proxied);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

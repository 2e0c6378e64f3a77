using System.Text.Json;
using Hotline.Functions.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Outside;

/// <summary>One line of "-- reports --json".</summary>
internal sealed record Filed(JsonElement Line)
{
    public string Type => Line.GetProperty("type").GetString()!;

    public bool IsReport => Type == "report";

    public IReadOnlyList<string> Words => [.. Line.GetProperty("words").EnumerateArray().Select(word => word.GetString()!)];

    public bool Finished => Line.GetProperty("finished").GetBoolean();

    public string? Contact => Line.GetProperty("callBack").GetString();

    public int Recordings => Line.GetProperty("recordings").GetInt32();

    public string? Answer(string slot) => Line.GetProperty("answers").TryGetProperty(slot, out var value) ? value.GetString() : null;

    public static async Task<IReadOnlyList<Filed>> Read(IServiceProvider services)
    {
        using var output = new StringWriter();
        var code = await services.GetRequiredService<ReportsCommand>().Run(["reports", "--json"], output);
        return code == 0 ? Parse(output.ToString()) : throw new InvalidOperationException("Some rows do not open with the keys beside them.");
    }

    public static IReadOnlyList<Filed> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Filed(JsonDocument.Parse(line).RootElement))];
}

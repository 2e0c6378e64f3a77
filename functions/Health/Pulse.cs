using System.Text.Json.Serialization;

namespace Hotline.Functions.Health;

/// <summary>How a chore went the last time, for every process that is asked after our health. Counts, times and words; nothing of anyone.</summary>
/// <param name="Done">When it last came to its end; null: never yet.</param>
/// <param name="Failure">What broke since then, in a word; null when nothing did.</param>
/// <param name="Waiting">Due and not done.</param>
/// <param name="Dead">Given up; a person has to look.</param>
/// <param name="Away">Since when the provider has not answered.</param>
public sealed record Pulse(DateTimeOffset? Done, string? Failure = null, int Waiting = 0, int Dead = 0, DateTimeOffset? Away = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Pulse))]
internal sealed partial class PulseJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.Alerts;

/// <summary>Something that a person has to be told of until one says that they know: the body of its to-do. Nothing in it says what happened.</summary>
/// <param name="Id">Six letters: all that is told.</param>
/// <param name="Row">The key of what waits on the desk, in the same shard. When it is gone, nobody has to be told any more.</param>
/// <param name="Since">Unix seconds.</param>
public sealed record OwedAlert(string Id, string Row, long Since)
{
    public const string Kind = "alert";

    /// <summary>Null until somebody has looked at what it is about.</summary>
    public AlertGrade? Grade { get; init; }

    /// <summary>The caseworkers whom an enrolment names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>How far each person was told, by <see cref="StaffBook.NameOf"/>.</summary>
    public IReadOnlyDictionary<string, Told> Told { get; init; } = new Dictionary<string, Told>(StringComparer.Ordinal);

    /// <summary>The last rung that is told before its time, because somebody below cannot be reached.</summary>
    public int Sooner { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, AlertJson.Default.OwedAlert);

    public static OwedAlert FromJson(string json) => JsonSerializer.Deserialize(json, AlertJson.Default.OwedAlert)!;

    public override string ToString() => nameof(OwedAlert);
}

/// <summary>How far one person was told.</summary>
/// <param name="Step">Rounds begun: a text, then a call, then both each time.</param>
/// <param name="At">Unix seconds of the last one.</param>
/// <param name="NoTexts">None can reach them: refused for good, or their own STOP at the carrier.</param>
/// <param name="NoCalls">None can reach them.</param>
/// <param name="NotBefore">Unix seconds: the provider asked for patience.</param>
/// <param name="Noted">That they cannot be reached lies where somebody sees it.</param>
public sealed record Told(int Step = 0, long At = 0, bool NoTexts = false, bool NoCalls = false, long NotBefore = 0, bool Noted = false);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OwedAlert))]
internal sealed partial class AlertJson : JsonSerializerContext;

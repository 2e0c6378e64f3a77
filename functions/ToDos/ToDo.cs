using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.ToDos;

/// <summary>Something that is owed to the outside, as its row holds it, sealed. The row's key says when it is due, and of which kind it is.</summary>
/// <param name="Body">What is to be done, in the form that its performer reads.</param>
/// <param name="Made">Unix seconds.</param>
/// <param name="Tries">Leases taken so far.</param>
/// <param name="LeasedAt">Unix seconds. Not null: a try began then, and nobody knows how far it came.</param>
public sealed record ToDo(string Body, long Made, int Tries = 0, long? LeasedAt = null)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ToDoJson.Default.ToDo);

    public static ToDo? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ToDoJson.Default.ToDo);

    /// <summary>It may hold a number.</summary>
    public override string ToString() => nameof(ToDo);
}

/// <summary>One that was given up, for a person to look at.</summary>
/// <param name="Why">One sentence without anybody's number or words.</param>
public sealed record DeadToDo(string Kind, string Why, string Body, DateTimeOffset Made, DateTimeOffset Died)
{
    public override string ToString() => nameof(DeadToDo);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToDo))]
[JsonSerializable(typeof(DeadToDo))]
internal sealed partial class ToDoJson : JsonSerializerContext;

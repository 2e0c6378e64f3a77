using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Sending;

/// <summary>A text that is owed to one person, sealed in its to-do.</summary>
/// <param name="From">A number of ours.</param>
/// <param name="Until">Unix seconds: later than this it is not to come any more, another hand may hold the phone.</param>
public sealed record OwedText(string From, string To, string Text, long Until)
{
    public const string Kind = "text";

    /// <summary>For a commit in the person's shard.</summary>
    /// <param name="nth">Of the texts that one turn owes.</param>
    public static Insert Row(ToDoRows rows, CallerId person, OwedText text, int nth, DateTimeOffset now) =>
        rows.New(person.Shard, Kind, RowKeys.OneOfMany(person.Value, (now.ToUnixTimeMilliseconds() * 100) + nth), now, text.ToJson(), now);

    public string ToJson() => JsonSerializer.Serialize(this, OwedJson.Default.OwedText);

    public static OwedText FromJson(string json) => JsonSerializer.Deserialize(json, OwedJson.Default.OwedText)!;

    public override string ToString() => nameof(OwedText);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OwedText))]
internal sealed partial class OwedJson : JsonSerializerContext;

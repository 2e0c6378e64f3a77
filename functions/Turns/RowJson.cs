using System.Text.Json.Serialization;

namespace Hotline.Functions.Turns;

/// <summary>The stored forms of small rows; source-generated, so that nothing is reflected at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Wake))]
[JsonSerializable(typeof(LandedReport))]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(StoredAlert))]
[JsonSerializable(typeof(WaitingItem))]
internal sealed partial class RowJson : JsonSerializerContext;

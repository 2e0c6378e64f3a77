using System.Text.Json.Serialization;
using Hotline.Functions.Returning;

namespace Hotline.Functions.Turns;

/// <summary>The stored forms of small rows; source-generated, so that nothing is reflected at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Wake))]
[JsonSerializable(typeof(LandedReport))]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(StoredAlert))]
[JsonSerializable(typeof(WaitingItem))]
[JsonSerializable(typeof(StoredAmendment))]
[JsonSerializable(typeof(LandedAmendment))]
[JsonSerializable(typeof(StoredReply))]
internal sealed partial class RowJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using Hotline.Flows.CheckIns;

namespace Hotline.Functions.CheckIns;

/// <summary>The stored forms of results and pages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CheckInResult))]
[JsonSerializable(typeof(StoredPage))]
internal sealed partial class CheckInJson : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hotline.Functions.Simulator;

/// <summary>Khmer stays readable.</summary>
[JsonSerializable(typeof(TextSent))]
[JsonSerializable(typeof(CallPlaced))]
[JsonSerializable(typeof(PickedUp))]
[JsonSerializable(typeof(KeysPressed))]
[JsonSerializable(typeof(Spoken))]
[JsonSerializable(typeof(Rung))]
[JsonSerializable(typeof(OnCall))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(TextAnswer))]
[JsonSerializable(typeof(CallAnswer))]
[JsonSerializable(typeof(InboxAnswer))]
internal sealed partial class SimulatorJson : JsonSerializerContext
{
    public static SimulatorJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}

using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking;

/// <summary>A prompt that is said on one channel, and where. A class: what is written over tuples is compiled only at the start.</summary>
/// <param name="Neutral">Anyone may be listening there.</param>
internal sealed record Said(string File, string State, string Key, Channel Channel, bool Neutral);

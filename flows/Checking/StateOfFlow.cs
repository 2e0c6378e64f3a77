using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>A state and the flow it stands in.</summary>
public sealed record StateOfFlow(Flow Flow, State State);

namespace Hotline.Flows.Engine;

/// <summary>What a turn has to know before it can be taken: the shell reads it and steps again with the same session, input, time and chance.</summary>
public sealed record Lookup(string Receipt);

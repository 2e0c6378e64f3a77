namespace Hotline.Functions.Twiml;

/// <summary>Ends the call.</summary>
public sealed record Hangup : Verb;

namespace Hotline.Functions.Twiml;

/// <summary>A text in reply, to whoever wrote.</summary>
public sealed record Message(string Body) : Verb;

namespace Hotline.Flows.Files;

/// <summary>What a state has looked up before it goes on.</summary>
public enum Sought { Nothing, Report }

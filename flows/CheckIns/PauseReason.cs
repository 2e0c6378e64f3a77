namespace Hotline.Flows.CheckIns;

/// <summary>Why nobody is written to any more until a caseworker says so.</summary>
public enum PauseReason { NoWord, Stopped }

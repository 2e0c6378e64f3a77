using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>The engine as the proof knows it. Tests put a broken one in its place.</summary>
public delegate Turn Stepper(Session? session, Input input, Circumstances caller, DateTimeOffset now, Chance chance);

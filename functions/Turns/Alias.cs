using Hotline.Functions.Keys;

namespace Hotline.Functions.Turns;

/// <summary>One caller under one key, and the short name that their call has under it.</summary>
public sealed record Alias(CallerId Caller, string? Call);

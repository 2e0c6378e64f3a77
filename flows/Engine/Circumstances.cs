using Hotline.Flows.CheckIns;

namespace Hotline.Flows.Engine;

/// <summary>What the outside may tell the engine about a caller. Never the number.</summary>
/// <param name="Withheld">The caller hides the number: nothing resumes, a call-back has to ask for one.</param>
/// <param name="Call">Tells one call from another; null by text.</param>
/// <param name="Staff">The number is one of those that alerts are sent to.</param>
/// <param name="Found">What a turn before this one needed (<see cref="Turn.Needs"/>); null when nothing was looked up.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the caller's prefix, or null.</param>
/// <param name="Client">Null on the public line; on the check-in line whoever is enrolled, or <see cref="Client.Nobody"/>.</param>
public sealed record Circumstances(Channel Channel, bool Withheld = false, string? Country = null, string? Call = null, bool Staff = false, Found? Found = null, Client? Client = null);

namespace Hotline.Flows.CheckIns;

/// <summary>The steps of the ladder, in their order.</summary>
public enum Rung { First, Again, Other, Caseworker, Supervisor }

namespace Hotline.Functions.Telemetry;

/// <summary>The parts of a turn, in their order. Named as in <see cref="Labels.Step"/>.</summary>
internal enum TurnStep
{
    /// <summary>Signature and schema.</summary>
    Verify,

    /// <summary>For the same caller's turn before it.</summary>
    Wait,

    Load,

    /// <summary>The engine, what it looks up, and the sealing of what is to be stored.</summary>
    Step,

    Commit,

    /// <summary>A report, or nothing.</summary>
    Land,
}

namespace Hotline.Functions.Keys;

/// <summary>Each purpose has keys of its own, so that one leaked key does not link the tables.</summary>
public enum KeyPurpose
{
    /// <summary>Number or call to caller.</summary>
    Pseudonym,

    /// <summary>Bodies of rows.</summary>
    Seal,

    /// <summary>Receipt to report.</summary>
    Receipt,

    /// <summary>Answered turns.</summary>
    Turn,

    /// <summary>Numbers that must never be written to again. Never rotated: the number is not kept, so no other key could find it.</summary>
    OptOut,
}

namespace Hotline.Functions.Storage;

public enum CommitResult
{
    Committed,

    /// <summary>Nothing was written: a row was there, absent, or changed, against what a write expected.</summary>
    Conflict,
}

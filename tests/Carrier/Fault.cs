namespace Hotline.Tests.Carriers;

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    None,

    /// <summary>429: never processed.</summary>
    TooMany,

    /// <summary>503, not processed.</summary>
    Unavailable,

    /// <summary>500, not processed.</summary>
    ErrorBefore,

    /// <summary>500, although it was processed.</summary>
    ErrorAfter,

    /// <summary>No connection: not a byte arrives.</summary>
    Unreachable,

    /// <summary>The request arrives, is not processed, and the connection breaks.</summary>
    LostBefore,

    /// <summary>It is accepted, and the answer is lost.</summary>
    LostAfter,

    /// <summary>Not processed, and no answer until the client gives up.</summary>
    TimeOutBefore,

    /// <summary>Processed, and no answer until the client gives up.</summary>
    TimeOutAfter,

    /// <summary>Processed; the status arrives and the body breaks off.</summary>
    Torn,

    /// <summary>Processed and answered, late.</summary>
    Slow,
}

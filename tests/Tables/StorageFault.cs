namespace Hotline.Tests.Tables;

public enum StorageFault
{
    None,

    /// <summary>The request never arrives.</summary>
    LostBefore,

    /// <summary>The request is done, and its answer is lost.</summary>
    LostAfter,

    /// <summary>The request is done, and its answer comes too late.</summary>
    TooLate,

    /// <summary>503, and nothing is done.</summary>
    Busy,

    /// <summary>429, and nothing is done.</summary>
    Throttled,

    /// <summary>500 "timed out", although it is done.</summary>
    TimedOutAfter,

    /// <summary>Somebody else changed a row: 412, and nothing is done.</summary>
    Overtaken,
}

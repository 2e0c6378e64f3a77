namespace Hotline.Tests.Carriers;

internal enum HeardKind
{
    Play,
    Say,

    /// <summary>Before a recording.</summary>
    Beep,

    /// <summary>Another phone rings for the caller.</summary>
    Ringing,

    /// <summary>The provider's own English words when the gateway does not answer.</summary>
    ApplicationError,
}

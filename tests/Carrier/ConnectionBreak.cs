namespace Hotline.Tests.Carriers;

internal enum ConnectionBreak
{
    None,

    /// <summary>No answer: the connection is gone.</summary>
    Lost,

    /// <summary>No answer, ever, on a connection that stays.</summary>
    Silence,

    /// <summary>The status comes, the body breaks off.</summary>
    InTheBody,
}

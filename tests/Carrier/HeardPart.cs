namespace Hotline.Tests.Carriers;

/// <summary>Something that sounded in a call.</summary>
/// <param name="What">A clip's address, or the words read out.</param>
/// <param name="At">Since the call was answered.</param>
internal sealed record HeardPart(HeardKind Kind, string What, TimeSpan At, TimeSpan Length)
{
    public TimeSpan Until => At + Length;
}

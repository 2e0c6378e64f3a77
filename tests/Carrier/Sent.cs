namespace Hotline.Tests.Carriers;

/// <summary>A text or call that the provider took on for a phone.</summary>
/// <param name="From">What the phone shows.</param>
/// <param name="Body">The words of a text; of a call, the address that says what it is about.</param>
internal sealed record Sent(SentKind Kind, string Sid, string From, string To, string Body, DateTimeOffset Accepted)
{
    /// <summary>When the text was on the phone, or the phone rang; null: never, or not yet.</summary>
    public DateTimeOffset? Reached { get; set; }
}

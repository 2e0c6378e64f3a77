namespace Hotline.Functions.Webhooks;

/// <summary>
/// One webhook, read. Numbers and texts are as the provider sent them; nothing here is normalised.
/// It holds a phone number and a person's words: it is handed on, never logged, and prints as its kind alone.
/// </summary>
public sealed record Received
{
    public required WebhookKind Kind { get; init; }

    /// <summary>
    /// The turn this is; the same again for every copy of it. A text: its MessageSid. A call: CallSid ":" step, or CallSid ":end" once the call is
    /// over, except that a recording keeps its step, since the end of the call may be told first. A recording's state: RecordingSid ":" status.
    /// A delivery: MessageSid ":" status.
    /// </summary>
    public required string Id { get; init; }

    public string? MessageSid { get; init; }
    public string? CallSid { get; init; }
    public int Step { get; init; }
    public string From { get; init; } = "";
    public string To { get; init; } = "";

    /// <summary>The caller hid their number: From is a word, empty, or one of the numbers that stand for such a word.</summary>
    public bool Withheld { get; init; }

    /// <summary>From is a name, a short code or a SIP address: nothing we could text or ring.</summary>
    public bool Unanswerable { get; init; }

    /// <summary>We placed this call, so the person is at <see cref="To"/> and <see cref="From"/> is our own number.</summary>
    public bool Outbound { get; init; }

    public string Body { get; init; } = "";

    /// <summary>Keys pressed, without the finishing key; "hangup" when a recording ended so; null when the field did not come.</summary>
    public string? Digits { get; init; }

    /// <summary>The call has ended.</summary>
    public bool Hangup { get; init; }

    public string? CallStatus { get; init; }

    /// <summary>How the call we bridged to ended (completed, answered, busy, no-answer, failed, canceled); only after a Dial.</summary>
    public string? DialCallStatus { get; init; }

    public string? RecordingUrl { get; init; }

    /// <summary>Length in seconds; 0 when not told.</summary>
    public int RecordingSeconds { get; init; }

    /// <summary>As sent, or the last part of <see cref="RecordingUrl"/> where the provider sends no such field.</summary>
    public string? RecordingSid { get; init; }

    /// <summary>in-progress, completed, absent or failed.</summary>
    public string? RecordingStatus { get; init; }

    public string? MessageStatus { get; init; }

    /// <summary>3 to 6 digits, the provider's own list.</summary>
    public string? ErrorCode { get; init; }

    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    public override string ToString() => $"Received {Kind}";
}

namespace Hotline.Flows.Engine;

/// <summary>What was found under a receipt. Never what was reported.</summary>
/// <param name="Exists">False alike for never-existed, withdrawn and expired.</param>
/// <param name="WaitUntil">Too many failed tries: nothing was read, and until then nothing will be.</param>
/// <param name="Read">A caseworker has read it.</param>
/// <param name="Replies">What was answered, oldest first.</param>
/// <param name="Share">Who may know, as it stands.</param>
/// <param name="Callback">"yes", "no", or null when it was never said.</param>
/// <param name="Language">Of the report: digits alone tell none.</param>
public sealed record Found(bool Exists, DateTimeOffset? WaitUntil, bool Read, IReadOnlyList<Reply> Replies, string? Share, string? Callback, string? Language = null)
{
    public static readonly Found Nothing = new(false, null, false, [], null, null);

    public static Found Wait(DateTimeOffset until) => Nothing with { WaitUntil = until };

    /// <summary>As many answers as are said in one turn; earlier ones were heard before, and each text costs.</summary>
    public IEnumerable<Reply> Latest => Replies.TakeLast(Limits.RepliesAtOnce);
}

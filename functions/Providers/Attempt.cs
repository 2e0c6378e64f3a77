namespace Hotline.Functions.Providers;

/// <summary>What one try brought.</summary>
/// <param name="Status">Null: no answer came.</param>
/// <param name="Body">Null: none came, or not all of it, or too much.</param>
/// <param name="RetryAfter">What the provider asked for.</param>
/// <param name="Sent">False: it certainly did not reach anybody.</param>
internal sealed record Attempt(int? Status, byte[]? Body, TimeSpan? RetryAfter, bool Sent)
{
    public static Attempt NotSent { get; } = new(null, null, null, Sent: false);

    public static Attempt Lost { get; } = new(null, null, null, Sent: true);

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Only what is certain is repeated: what never left, what the provider says it did not process, and what may be done twice.</summary>
    public bool MayRepeatNow(ProviderRequest request, TimeSpan longestWait) =>
        !Sent
        || (Status == 429 && !(RetryAfter > longestWait))
        || (request.Repeatable && Status is null or >= 500 && !(RetryAfter > longestWait));

    public override string ToString() => $"{nameof(Attempt)} {Status}";
}

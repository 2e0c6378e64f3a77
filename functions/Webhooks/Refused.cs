namespace Hotline.Functions.Webhooks;

/// <summary>A webhook we do not act on.</summary>
/// <param name="Status">The HTTP status to answer with; the body stays empty.</param>
/// <param name="Reason">One word of <see cref="RefusalReason"/>, safe to log: never a value that came in.</param>
public sealed record Refused(int Status, string Reason) : WebhookResult;

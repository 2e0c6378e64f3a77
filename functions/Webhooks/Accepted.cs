namespace Hotline.Functions.Webhooks;

/// <summary>A webhook that is signed by the provider and can be read in one way only.</summary>
public sealed record Accepted(Received Received) : WebhookResult;

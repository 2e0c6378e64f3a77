namespace Hotline.Functions.Webhooks;

/// <summary>What came of reading a webhook: <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
public abstract record WebhookResult;

namespace Hotline.Functions.Webhooks;

/// <summary>What a webhook tells us: a text, a step of a call, the state of a recording, or the fate of a text we sent.</summary>
public enum WebhookKind
{
    Sms,
    Call,
    Recording,
    Delivery,
}

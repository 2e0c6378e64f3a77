namespace Hotline.Tests.Carriers;

internal enum WebhookFault
{
    None,
    Lost,
    AnswerLost,
}

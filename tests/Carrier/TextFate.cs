namespace Hotline.Tests.Carriers;

internal enum TextFate
{
    Delivered,
    Undelivered,
    Failed,
    NoReceipt,
}

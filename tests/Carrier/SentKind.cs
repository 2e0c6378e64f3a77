namespace Hotline.Tests.Carriers;

internal enum SentKind
{
    /// <summary>Asked for through the API.</summary>
    Text,

    /// <summary>A text that stood in the answer to a webhook.</summary>
    Reply,

    Call,
}

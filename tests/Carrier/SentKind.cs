namespace Hotline.Tests.Carriers;

internal enum SentKind
{
    /// <summary>Asked for through the API.</summary>
    Text,

    /// <summary>A text that stood in the answer to a webhook.</summary>
    Reply,

    /// <summary>A phone that was rung because the API was asked to.</summary>
    Call,

    /// <summary>A phone that was rung for a caller, by a Dial; From is what it shows.</summary>
    Dialled,
}

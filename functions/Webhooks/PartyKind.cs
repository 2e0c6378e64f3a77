namespace Hotline.Functions.Webhooks;

/// <summary>What a From or To is.</summary>
internal enum PartyKind
{
    /// <summary>None of the shapes we know.</summary>
    Unreadable,

    /// <summary>A full number that can be texted and rung.</summary>
    Number,

    /// <summary>3 to 6 digits, or digits whose country we cannot tell.</summary>
    ShortCode,

    /// <summary>A sender's name.</summary>
    Name,

    Sip,

    /// <summary>The caller hid their number.</summary>
    Withheld,
}

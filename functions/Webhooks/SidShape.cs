using System.Buffers;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// The shape of identifiers: at Twilio two letters and 32 hexadecimal digits, at Somleng a UUID. Lower case only, and of one length, so that
/// neither end can be moved into a neighbouring field.
/// </summary>
internal static class SidShape
{
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);

    public static bool IsMessage(ReadOnlySpan<byte> sid, ProviderKind provider) =>
        provider == ProviderKind.Somleng ? IsUuid(sid) : IsTwilio(sid, "SM"u8) || IsTwilio(sid, "MM"u8);

    public static bool IsCall(ReadOnlySpan<byte> sid, ProviderKind provider) =>
        provider == ProviderKind.Somleng ? IsUuid(sid) : IsTwilio(sid, "CA"u8);

    public static bool IsRecording(ReadOnlySpan<byte> sid, ProviderKind provider) =>
        provider == ProviderKind.Somleng ? IsUuid(sid) : IsTwilio(sid, "RE"u8);

    public static bool IsMedia(ReadOnlySpan<byte> sid) => IsTwilio(sid, "ME"u8);

    private static bool IsTwilio(ReadOnlySpan<byte> sid, ReadOnlySpan<byte> prefix) =>
        sid.Length == 34 && sid.StartsWith(prefix) && !sid[2..].ContainsAnyExcept(Hex);

    private static bool IsUuid(ReadOnlySpan<byte> sid) =>
        sid.Length == 36 && sid[8] == '-' && sid[13] == '-' && sid[18] == '-' && sid[23] == '-'
        && !sid[..8].ContainsAnyExcept(Hex) && !sid[9..13].ContainsAnyExcept(Hex) && !sid[14..18].ContainsAnyExcept(Hex)
        && !sid[19..23].ContainsAnyExcept(Hex) && !sid[24..].ContainsAnyExcept(Hex);
}

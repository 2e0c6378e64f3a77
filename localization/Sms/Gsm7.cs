using System.Buffers;

namespace Hotline.Localization.Sms;

/// <summary>The GSM 03.38 default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1).</summary>
internal static class Gsm7
{
    private const string BasicTable =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string ExtensionTable = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(BasicTable + ExtensionTable);
    private static readonly SearchValues<char> Extension = SearchValues.Create(ExtensionTable);

    public static bool Covers(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Alphabet);

    /// <summary>Septets of one covered character: 2 behind the escape character, otherwise 1.</summary>
    public static int Septets(char covered) => Extension.Contains(covered) ? 2 : 1;

    public static int Septets(ReadOnlySpan<char> covered)
    {
        var septets = covered.Length;
        for (int at; (at = covered.IndexOfAny(Extension)) >= 0; covered = covered[(at + 1)..])
            septets++;
        return septets;
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Keys;

/// <summary>
/// Names for what must not be kept itself, by HMAC-SHA256 (RFC 2104). Without a key every Cambodian number could be tried in seconds.
/// Each kind has its own prefix, so a number and a call that read alike never share a name.
/// </summary>
/// <remarks>After a rotation a name is made with the newest key; hand in an older one of <see cref="KeyRing.Of"/> to find what was named before.</remarks>
public sealed class Pseudonyms(KeyRing keys)
{
    private readonly Key caller = keys.Current(KeyPurpose.Pseudonym);
    private readonly Key turn = keys.Current(KeyPurpose.Turn);
    private readonly Key receipt = keys.Current(KeyPurpose.Receipt);
    private readonly Key optOut = keys.Current(KeyPurpose.OptOut);

    public CallerId OfNumber(string e164) => OfNumber(e164, caller);

    public CallerId OfNumber(string e164, Key key)
    {
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, KeyPurpose.Pseudonym, "number:"u8, e164, bits);
        return CallerId.Of(bits);
    }

    /// <summary>Under every key that named callers, newest first.</summary>
    public IReadOnlyList<CallerId> OfNumberByEachKey(string e164) => [.. keys.Of(KeyPurpose.Pseudonym).Select(key => OfNumber(e164, key))];

    /// <summary>For a call without a number: the call itself is the caller.</summary>
    public CallerId OfCall(string callSid)
    {
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(caller, KeyPurpose.Pseudonym, "call:"u8, callSid, bits);
        return CallerId.Of(bits);
    }

    public string OfTurn(string turnId) => OfTurn(turnId, turn);

    public string OfTurn(string turnId, Key key) => Name(key, KeyPurpose.Turn, "turn:"u8, turnId);

    /// <summary>Under every key that named turns, newest first.</summary>
    public IReadOnlyList<string> OfTurnByEachKey(string turnId) => [.. keys.Of(KeyPurpose.Turn).Select(key => OfTurn(turnId, key))];

    public string OfReceipt(string receiptCode) => OfReceipt(receiptCode, receipt);

    public string OfReceipt(string receiptCode, Key key) => Name(key, KeyPurpose.Receipt, "receipt:"u8, receiptCode);

    /// <summary>Under every key a report may have been filed with, newest first.</summary>
    public IReadOnlyList<string> OfReceiptByEachKey(string receiptCode) => [.. keys.Of(KeyPurpose.Receipt).Select(key => OfReceipt(receiptCode, key))];

    public string OfOptOut(string e164) => Name(optOut, KeyPurpose.OptOut, "opt-out:"u8, e164);

    private static string Name(Key key, KeyPurpose purpose, ReadOnlySpan<byte> domain, string text)
    {
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, purpose, domain, text, bits);
        return Base64Url.EncodeToString(bits[..16]);
    }

    private static void Hash(Key key, KeyPurpose purpose, ReadOnlySpan<byte> domain, string text, Span<byte> bits)
    {
        if (key.Purpose != purpose)
            throw new ArgumentException("A key serves one purpose only.", nameof(key));
        var most = domain.Length + Encoding.UTF8.GetMaxByteCount(text.Length);
        // Ids and numbers are short; anything longer was not checked at the door but must not fill the stack.
        var message = most <= 512 ? stackalloc byte[512] : new byte[most];
        domain.CopyTo(message);
        var length = domain.Length + Encoding.UTF8.GetBytes(text, message[domain.Length..]);
        HMACSHA256.HashData(key.Secret, message[..length], bits);
    }
}

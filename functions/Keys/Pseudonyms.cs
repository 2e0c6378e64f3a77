using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Keys;

/// <summary>
/// Names for what must not be kept itself, by HMAC-SHA256 (RFC 2104). Without a key every Cambodian number could be tried in seconds.
/// Each kind has its own prefix, so a number and a call that read alike never share a name.
/// </summary>
/// <remarks>A name is made with the key in use; what was named with another one, or may be by a process whose clock is ahead, is looked for under each.</remarks>
public sealed class Pseudonyms(LivingRing keys)
{
    /// <summary>With keys that never change.</summary>
    public Pseudonyms(KeyRing keys) : this(new LivingRing(keys))
    {
    }

    public CallerId OfNumber(string e164) => OfNumber(e164, keys.Now.Current(KeyPurpose.Pseudonym));

    public CallerId OfNumber(string e164, Key key)
    {
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, KeyPurpose.Pseudonym, "number:"u8, e164, bits);
        return CallerId.Of(bits);
    }

    /// <summary>Under every key that names callers, newest first.</summary>
    public IReadOnlyList<CallerId> OfNumberByEachKey(string e164) => [.. keys.Now.Of(KeyPurpose.Pseudonym).Select(key => OfNumber(e164, key))];

    /// <summary>Where rows of somebody with this number may lie.</summary>
    public IReadOnlyList<string> ShardsOfNumber(string e164) => [.. OfNumberByEachKey(e164).Select(caller => caller.Shard).Distinct(StringComparer.Ordinal)];

    /// <summary>For a call without a number: the call itself is the caller.</summary>
    public CallerId OfCall(string callSid) => OfCall(callSid, keys.Now.Current(KeyPurpose.Pseudonym));

    public CallerId OfCall(string callSid, Key key)
    {
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, KeyPurpose.Pseudonym, "call:"u8, callSid, bits);
        return CallerId.Of(bits);
    }

    public IReadOnlyList<CallerId> OfCallByEachKey(string callSid) => [.. keys.Now.Of(KeyPurpose.Pseudonym).Select(key => OfCall(callSid, key))];

    /// <summary>The key that names callers now, and all that do, newest first: one, but for the time of a rotation.</summary>
    public (Key Now, IReadOnlyList<Key> All) CallerKeys
    {
        get
        {
            var ring = keys.Now;
            return (ring.Current(KeyPurpose.Pseudonym), ring.Of(KeyPurpose.Pseudonym));
        }
    }

    public string OfTurn(string turnId) => OfTurn(turnId, keys.Now.Current(KeyPurpose.Turn));

    public string OfTurn(string turnId, Key key) => Name(key, KeyPurpose.Turn, "turn:"u8, turnId);

    /// <summary>Under every key that names turns, newest first.</summary>
    public IReadOnlyList<string> OfTurnByEachKey(string turnId) => [.. keys.Now.Of(KeyPurpose.Turn).Select(key => OfTurn(turnId, key))];

    /// <summary>Under the key in use and, for the time of a rotation, under the others: which one another process uses just now nobody knows.</summary>
    public (string Name, IReadOnlyList<string> Others) NamesOfTurn(string turnId)
    {
        var ring = keys.Now;
        var all = ring.Of(KeyPurpose.Turn);
        return (OfTurn(turnId, ring.Current(KeyPurpose.Turn)), all.Count == 1 ? [] : [.. all.Where(key => !ring.IsInUse(key)).Select(key => OfTurn(turnId, key))]);
    }

    /// <summary>The same name before and after a rotation, as long as the oldest key is kept: for what lives days.</summary>
    public string OfTurnByOldestKey(string turnId) => OfTurn(turnId, keys.Now.Of(KeyPurpose.Turn)[^1]);

    public string OfReceipt(string receiptCode) => OfReceipt(receiptCode, keys.Now.Current(KeyPurpose.Receipt));

    public string OfReceipt(string receiptCode, Key key) => Name(key, KeyPurpose.Receipt, "receipt:"u8, receiptCode);

    /// <summary>Under every key a report may have been filed with, newest first.</summary>
    public IReadOnlyList<string> OfReceiptByEachKey(string receiptCode) => [.. keys.Now.Of(KeyPurpose.Receipt).Select(key => OfReceipt(receiptCode, key))];

    public string OfOptOut(string e164) => Name(keys.Now.Current(KeyPurpose.OptOut), KeyPurpose.OptOut, "opt-out:"u8, e164);

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

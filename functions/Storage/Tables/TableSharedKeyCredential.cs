using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Storage.Tables;

/// <summary>An account's name and key. Signs in the lite form of "Authorize with Shared Key": date and resource, for each try anew.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] key;

    /// <param name="accountName">As in the address.</param>
    /// <param name="accountKey">Base64.</param>
    /// <exception cref="FormatException">The key is no base64; its text is not quoted.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    internal string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash);
    }
}

using System.Security.Cryptography;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Simulator;

/// <summary>A new identifier in the provider's shape: two letters and 32 hexadecimal digits at Twilio, a UUID at Somleng.</summary>
internal static class Sid
{
    public static string New(string letters, ProviderKind provider) =>
        provider == ProviderKind.Somleng ? Guid.NewGuid().ToString() : letters + RandomNumberGenerator.GetHexString(32, lowercase: true);
}

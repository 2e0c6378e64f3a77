using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hotline.Flows.Engine;

namespace Hotline.Functions.Alerts;

/// <summary>The six letters by which staff name something that waits for them; what has a longer name is given six by it, the same ones each time.</summary>
public static class AlertIds
{
    public const int Length = 6;

    private const ulong Lane = 0x9E3779B97F4A7C15;

    /// <param name="name">Of the row: an alert's, a page's, a promised call's.</param>
    public static string Of(string name) =>
        IsOne(name) ? name : new Chance(BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)))).ShortId(Length, Lane);

    public static bool IsOne(string id) => Chance.IsShortId(id, Length);
}

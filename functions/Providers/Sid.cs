using System.Text;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Providers;

/// <summary>The provider's names, before they become part of an address.</summary>
internal static class Sid
{
    public static bool IsMessage(string sid, ProviderKind kind) => SidShape.IsMessage(Encoding.UTF8.GetBytes(sid), kind);

    public static bool IsCall(string sid, ProviderKind kind) => SidShape.IsCall(Encoding.UTF8.GetBytes(sid), kind);

    public static bool IsRecording(string sid, ProviderKind kind) => SidShape.IsRecording(Encoding.UTF8.GetBytes(sid), kind);
}

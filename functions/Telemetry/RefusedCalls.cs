using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Telemetry;

/// <summary>The lines on which nobody picks up.</summary>
internal static class RefusedCalls
{
    public static async ValueTask<byte[]> Watched(this ValueTask<byte[]> answer, string line, Received received)
    {
        var reply = await answer;
        WatchedTurn.Current?.Refused(line, received.From);
        return reply;
    }
}

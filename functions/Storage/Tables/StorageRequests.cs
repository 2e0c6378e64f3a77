using Azure.Core;
using Azure.Core.Pipeline;
using Hotline.Functions.Telemetry;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Counts what is really sent, retries among it: for whoever pays for it, and to know whether an answer of an earlier try may have been lost.</summary>
public sealed class StorageRequests : HttpPipelineSynchronousPolicy
{
    private static readonly AsyncLocal<Tries?> Current = new();

    private long sent;

    /// <summary>Since the start.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>The tries of the one call that follows in this flow of control.</summary>
    internal static Tries Watch() => Current.Value = new Tries();

    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref sent);
        WatchedTurn.StoreWasAsked();
        if (Current.Value is { } tries)
            tries.Count++;
    }

    internal sealed class Tries
    {
        public int Count { get; set; }
    }
}

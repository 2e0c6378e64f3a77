using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hotline.Tests.Tables;

/// <summary>The network between us and the table service on a bad day: a share of all requests goes wrong, in every way it can.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class FaultyTransport(int seed) : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new();
    private readonly Random dice = new(seed);
    private readonly Lock gate = new();

    /// <summary>Of all requests, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>Planned for the next requests that write, before any share.</summary>
    public ConcurrentQueue<StorageFault> Next { get; } = new();

    public ConcurrentDictionary<StorageFault, int> Struck { get; } = new();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var writes = message.Request.Method == RequestMethod.Post;
        var fault = Draw(writes);
        // A condition on a version that no row asks for is never refused.
        if (fault == StorageFault.Overtaken && !await AsksForAVersion(message))
            fault = StorageFault.Busy;
        Struck.AddOrUpdate(fault, 1, (_, times) => times + 1);
        if (fault is StorageFault.None or StorageFault.LostAfter or StorageFault.TooLate or StorageFault.TimedOutAfter)
            await inner.ProcessAsync(message);
        switch (fault)
        {
            case StorageFault.LostBefore or StorageFault.LostAfter:
                throw new IOException("The connection was reset.");
            case StorageFault.TooLate:
                throw new TaskCanceledException("The answer came too late.");
            case StorageFault.Busy or StorageFault.Throttled or StorageFault.TimedOutAfter:
                if (message.HasResponse)
                    message.Response.Dispose();
                message.Response = new PlannedResponse(fault == StorageFault.Busy ? 503 : fault == StorageFault.Throttled ? 429 : 500, "", ("x-ms-error-code", fault == StorageFault.TimedOutAfter ? "OperationTimedOut" : "ServerBusy"));
                break;
            case StorageFault.Overtaken:
                message.Response = new PlannedResponse(202, """
                    --batchresponse
                    HTTP/1.1 412 Precondition Failed

                    {"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"0:The update condition specified in the request was not satisfied."}}}
                    """);
                break;
        }
    }

    private static async Task<bool> AsksForAVersion(HttpMessage message)
    {
        using var body = new MemoryStream();
        await message.Request.Content!.WriteToAsync(body, default);
        return Encoding.UTF8.GetString(body.ToArray()).Contains("If-Match: W/", StringComparison.Ordinal);
    }

    private StorageFault Draw(bool writes)
    {
        if (writes && Next.TryDequeue(out var planned))
            return planned;
        lock (gate)
            return dice.NextDouble() >= Share ? StorageFault.None : (StorageFault)dice.Next(1, writes ? 8 : 7);
    }
}

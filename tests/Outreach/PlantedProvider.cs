using Hotline.Functions.Providers;

namespace Hotline.Tests.Outreach;

/// <summary>What a careless client of the provider's would do.</summary>
internal sealed class PlantedProvider(IProvider inner) : IProvider
{
    /// <summary>Once more, whatever came of the first time.</summary>
    public bool Twice { get; init; }

    /// <summary>Says that it sent to this number, and does not.</summary>
    public string? Swallows { get; init; }

    public async Task<ProviderResult<Created>> SendMessage(OutboundMessage message, CancellationToken cancel)
    {
        if (message.To == Swallows)
            return new Created("SM0");
        if (Twice)
            await inner.SendMessage(message, cancel);
        return await inner.SendMessage(message, cancel);
    }

    public async Task<ProviderResult<Created>> StartCall(OutboundCall call, CancellationToken cancel)
    {
        if (call.To == Swallows)
            return new Created("CA0");
        if (Twice)
            await inner.StartCall(call, cancel);
        return await inner.StartCall(call, cancel);
    }

    public Task<ProviderResult<ProviderMessage>> FetchMessage(string sid, CancellationToken cancel) => inner.FetchMessage(sid, cancel);

    public Task<ProviderResult<Gone>> RedactMessage(string sid, CancellationToken cancel) => inner.RedactMessage(sid, cancel);

    public Task<ProviderResult<Gone>> DeleteMessage(string sid, CancellationToken cancel) => inner.DeleteMessage(sid, cancel);

    public Task<ProviderResult<Gone>> EndCall(string sid, CancellationToken cancel) => inner.EndCall(sid, cancel);

    public Task<ProviderResult<MessagePage>> ListMessages(MessageQuery query, string? next, CancellationToken cancel) => inner.ListMessages(query, next, cancel);

    public Task<ProviderResult<FetchedRecording>> FetchRecording(string address, Stream into, CancellationToken cancel) => inner.FetchRecording(address, into, cancel);

    public Task<ProviderResult<Gone>> DeleteRecording(string sid, CancellationToken cancel) => inner.DeleteRecording(sid, cancel);
}

namespace Hotline.Functions.Providers;

/// <summary>
/// The port to whoever carries our texts and calls. Every answer is a value: nothing that a provider or a network does is thrown, nor a cancelled
/// wait, because after a cancelled send somebody has to know whether it may have gone out.
/// </summary>
public interface IProvider
{
    /// <summary>Hands a text over to be sent. Never repeated once it may have arrived: providers have no idempotency key.</summary>
    Task<ProviderResult<Created>> SendMessage(OutboundMessage message, CancellationToken cancel);

    Task<ProviderResult<ProviderMessage>> FetchMessage(string sid, CancellationToken cancel);

    /// <summary>Empties the provider's copy of the words; the record stays. Refused as "try later" until the message is final.</summary>
    Task<ProviderResult<Gone>> RedactMessage(string sid, CancellationToken cancel);

    /// <summary>Refused as "try later" until the message is final.</summary>
    Task<ProviderResult<Gone>> DeleteMessage(string sid, CancellationToken cancel);

    /// <summary>Has a phone rung. Never repeated once it may have arrived.</summary>
    Task<ProviderResult<Created>> StartCall(OutboundCall call, CancellationToken cancel);

    /// <summary>Ends a call, whether it is queued, ringing or answered.</summary>
    Task<ProviderResult<Gone>> EndCall(string sid, CancellationToken cancel);

    /// <summary>
    /// One page of what came in to, or went out from, a number of ours. Finds texts whose webhook never arrived, and tells what became of an unknown
    /// send: found is proof that it went out; not found is proof only when the message's <see cref="OutboundMessage.ValidFor"/> is over.
    /// </summary>
    /// <param name="next">From the page before; null for the first.</param>
    Task<ProviderResult<MessagePage>> ListMessages(MessageQuery query, string? next, CancellationToken cancel);

    /// <summary>Copies a recording, only from the hosts in Provider__MediaHosts. What was written before a failure is worthless. Exceptions of <paramref name="into"/> itself pass.</summary>
    /// <param name="address">As the provider's webhook said it.</param>
    Task<ProviderResult<FetchedRecording>> FetchRecording(string address, Stream into, CancellationToken cancel);

    /// <summary>Somleng has no way to do it: refused for good.</summary>
    Task<ProviderResult<Gone>> DeleteRecording(string sid, CancellationToken cancel);
}

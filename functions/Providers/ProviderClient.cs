using System.Diagnostics;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using static Hotline.Functions.Providers.RefusalKind;

namespace Hotline.Functions.Providers;

/// <summary>Twilio's REST API of 2010-04-01, and Somleng's, which follows it.</summary>
public sealed class ProviderClient : IProvider, IDisposable
{
    private const int PageSize = 100;

    private static readonly Failure NoSuchName = new Failure.RefusedForGood(OurRequest);

    private readonly ProviderKind kind;
    private readonly Dialect dialect;
    private readonly ApiAddress api;
    private readonly Wire wire;
    private readonly RecordingDownload recordings;
    private readonly ILogger logger;
    private readonly ProviderWatch? watch;

    /// <param name="watch">Told of every answer that came or did not.</param>
    /// <param name="handler">For tests: what stands in for the network.</param>
    public ProviderClient(ProviderAccount account, TimeProvider clock, ILogger<ProviderClient>? logger = null, Patience? patience = null, Func<HttpMessageHandler>? handler = null, ProviderWatch? watch = null)
    {
        this.watch = watch;
        patience ??= Patience.Usual;
        (kind, dialect) = (account.Kind, Dialect.Of(account.Kind));
        this.logger = logger ?? NullLogger<ProviderClient>.Instance;
        api = new ApiAddress(account);
        wire = new Wire(account, patience, clock, handler);
        recordings = new RecordingDownload(account, wire, api, patience);
    }

    public void Dispose() => wire.Dispose();

    public Task<ProviderResult<Created>> SendMessage(OutboundMessage message, CancellationToken cancel) =>
        Create("send a text", "Messages.json", Fields.Of(message, dialect), Sid.IsMessage, cancel);

    public Task<ProviderResult<Created>> StartCall(OutboundCall call, CancellationToken cancel) =>
        Create("ring a phone", "Calls.json", Fields.Of(call), Sid.IsCall, cancel);

    public async Task<ProviderResult<ProviderMessage>> FetchMessage(string sid, CancellationToken cancel) => !Sid.IsMessage(sid, kind)
        ? NoSuchName
        : await Ask(new("fetch a text", HttpMethod.Get, api.Of($"Messages/{sid}.json"), null, Repeatable: true), AnswerReader.Message, cancel);

    public Task<ProviderResult<Gone>> RedactMessage(string sid, CancellationToken cancel) =>
        Remove("empty a text", Sid.IsMessage(sid, kind), HttpMethod.Post, $"Messages/{sid}.json", Fields.Redaction, cancel);

    public Task<ProviderResult<Gone>> DeleteMessage(string sid, CancellationToken cancel) =>
        Remove("delete a text", Sid.IsMessage(sid, kind), HttpMethod.Delete, $"Messages/{sid}.json", null, cancel);

    public Task<ProviderResult<Gone>> EndCall(string sid, CancellationToken cancel) =>
        Remove("end a call", Sid.IsCall(sid, kind), HttpMethod.Post, $"Calls/{sid}.json", Fields.HangUp, cancel);

    public async Task<ProviderResult<Gone>> DeleteRecording(string sid, CancellationToken cancel) => !dialect.DeletesRecordings
        ? new Failure.RefusedForGood(NotOffered)
        : await Remove("delete a recording", Sid.IsRecording(sid, kind), HttpMethod.Delete, $"Recordings/{sid}.json", null, cancel);

    public async Task<ProviderResult<MessagePage>> ListMessages(MessageQuery query, string? next, CancellationToken cancel)
    {
        var address = next is null ? api.Of("Messages.json", Fields.Of(query, PageSize)) : api.Next("Messages", next);
        if (address is null)
            return NoSuchName;
        var page = await Ask(new("list texts", HttpMethod.Get, address, null, Repeatable: true), AnswerReader.Page, cancel);
        return page.Accepted ? page.Value with { Messages = [.. page.Value.Messages.Where(query.Asks)] } : page;
    }

    public async Task<ProviderResult<FetchedRecording>> FetchRecording(string address, Stream into, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var (result, status) = await recordings.Fetch(address, into, cancel);
        Log("fetch a recording", started, result.Failure, status);
        return result;
    }

    private async Task<ProviderResult<Created>> Create(string task, string resource, IReadOnlyList<KeyValuePair<string, string>> form, Func<string, ProviderKind, bool> isName, CancellationToken cancel) =>
        await Ask(new(task, HttpMethod.Post, api.Of(resource), form, Repeatable: false), body => AnswerReader.Sid(body) is { } sid && isName(sid, kind) ? new Created(sid) : null, cancel);

    private async Task<ProviderResult<Gone>> Remove(string task, bool named, HttpMethod method, string resource, IReadOnlyList<KeyValuePair<string, string>>? form, CancellationToken cancel)
    {
        if (!named)
            return NoSuchName;
        var result = await Ask(new(task, method, api.Of(resource), form, Repeatable: true), _ => new Gone(WasThere: true), cancel);
        // A bare 404 may come from anything that stands at a wrong address; only the provider's own code says that it looked.
        return result.Failure is Failure.RefusedForGood { Kind: NotThere or CallIsOver, Fault: not null } ? new Gone(WasThere: false) : result;
    }

    private async Task<ProviderResult<T>> Ask<T>(ProviderRequest request, Func<byte[]?, T?> read, CancellationToken cancel)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        var attempt = await wire.Send(request, cancel);
        // Who stopped waiting learnt nothing about the provider.
        if (attempt.Status is not null || !cancel.IsCancellationRequested)
            watch?.Saw(attempt.Status is not (null or 429 or >= 500));
        ProviderResult<T> result = attempt.Succeeded && read(attempt.Body) is { } value ? value : Judge.Of(request, attempt);
        Log(request.Task, started, result.Failure, attempt.Status);
        return result;
    }

    private void Log(string task, long started, Failure? failure, int? status)
    {
        var (outcome, fault) = (failure?.GetType().Name ?? "Accepted", (failure as Failure.RefusedForGood)?.Fault);
        var milliseconds = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Trouble.OfProvider(task, failure);
        logger.Asked(task, outcome, status, fault, milliseconds);
    }
}

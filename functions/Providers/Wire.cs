using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.Retry;

namespace Hotline.Functions.Providers;

/// <summary>Sends requests and brings back what came of them. Nothing is opened, not even the client, before the first.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TimeProvider clock;
    private readonly Patience patience;
    private readonly ProviderAccount account;
    private readonly Lazy<HttpMessageInvoker> client;
    private readonly Lazy<ResiliencePipeline<Attempt>> repeats;

    public Wire(ProviderAccount account, Patience patience, TimeProvider clock, Func<HttpMessageHandler>? handler = null)
    {
        (this.patience, this.clock) = (patience, clock);
        this.account = account;
        client = new(() => new HttpMessageInvoker(handler is null ? Handler() : handler()));
        repeats = new(Repeats);
    }

    private static ResiliencePropertyKey<ProviderRequest> Request { get; } = new("request");

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    /// <summary>Until there is an answer, or no more may be tried. Throws nothing that the network does.</summary>
    public async Task<Attempt> Send(ProviderRequest request, CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(Request, request);
        try
        {
            return await repeats.Value.ExecuteAsync(static async (context, wire) => await wire.Once(context.Properties.GetValue(Request, null!), context.CancellationToken), context, this);
        }
        catch (OperationCanceledException)
        {
            // Waiting for a repeat, and only what certainly did nothing is repeated.
            return Attempt.NotSent;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>One answer with its body still to be read.</summary>
    /// <param name="authorized">False: the address is not the provider's own, and is not to learn who we are.</param>
    public Task<HttpResponseMessage> Get(Uri address, bool authorized, CancellationToken cancel)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (authorized)
            message.Headers.Authorization = Authorization();
        return client.Value.SendAsync(message, cancel);
    }

    private async Task<Attempt> Once(ProviderRequest request, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(request.Method, request.Address);
        message.Headers.Authorization = Authorization();
        var form = request.Form is null ? null : new FormBody(request.Form);
        message.Content = form;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(patience.OneTry);
        try
        {
            using var answer = await client.Value.SendAsync(message, enough.Token);
            return new Attempt((int)answer.StatusCode, await Body(answer, enough.Token), RetryAfter(answer), Sent: true);
        }
        catch (Exception e) when (IsNetwork(e))
        {
            return form is { Begun: false } ? Attempt.NotSent : Attempt.Lost;
        }
    }

    private static async Task<byte[]?> Body(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return await BoundedBody.Read(answer.Content, cancel);
        }
        catch (Exception e) when (IsNetwork(e))
        {
            // The status came: that it was accepted is known, only not under which name.
            return null;
        }
    }

    /// <summary>With the token as it is now.</summary>
    private AuthenticationHeaderValue Authorization() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.Token}")));

    public static bool IsNetwork(Exception e) => e is HttpRequestException or IOException or OperationCanceledException;

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    private ResiliencePipeline<Attempt> Repeats() => new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = patience.Repeats,
            Delay = patience.FirstWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.MayRepeatNow(args.Context.Properties.GetValue(Request, null!), patience.LongestWait) is true),
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
        })
        .Build();

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = patience.Connecting,
        // The provider's addresses change; a connection that lives for ever would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Nobody outside is to connect our traces with a caller.
        ActivityHeadersPropagator = null,
    };
}

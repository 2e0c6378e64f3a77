using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Hosting;

/// <summary>
/// A stand-in for Azure's Functions host, after what was seen of host 4.1037 in proxy mode: reads host.json and every function.json, starts the
/// executable with an environment full of traps, passes requests on by function, and calls timers.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly string[] HopByHop = ["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Proxy-Connection", "TE", "Trailer"];

    private readonly WebApplication front;
    private readonly HttpClient back = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(1) };

    private FunctionsHost(string folder, IReadOnlyList<HostedFunction> functions, Handler handler, int trap)
    {
        (Folder, Functions, Handler, Trap) = (folder, functions, handler, trap);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        front = builder.Build();
        front.Run(Pass);
    }

    public string Folder { get; }

    public IReadOnlyList<HostedFunction> Functions { get; }

    public Handler Handler { get; }

    /// <summary>A port that the environment asks for besides the host's own; nobody may listen there.</summary>
    public int Trap { get; }

    /// <summary>Where the world reaches the app.</summary>
    public string Address => front.Urls.Single();

    /// <summary>The handler itself, which in Azure nobody but the host reaches.</summary>
    public string Inside => $"http://127.0.0.1:{Handler.Port}";

    public static async Task<FunctionsHost> Start(string folder, string data, params (string Name, string? Value)[] more)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "host.json")));
        var (custom, extensions) = (json.RootElement.GetProperty("customHandler"), json.RootElement.GetProperty("extensions"));
        if (!custom.GetProperty("enableProxyingHttpRequest").GetBoolean() || extensions.GetProperty("http").GetProperty("routePrefix").GetString() != "")
            throw new InvalidOperationException("host.json has to proxy requests, without a prefix.");
        var functions = HostedFunction.In(folder);
        if (functions.Where(function => function.IsHttp).Any(function => !function.Proxied))
            throw new InvalidOperationException("A function with more bindings than a request and its answer is not proxied.");
        var trap = Loopback.FreePort();
        var host = new FunctionsHost(folder, functions, new Handler(Path.Combine(folder, custom.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!), folder, [.. Settings(data, trap), .. more]), trap);
        await host.Handler.Begin();
        await host.front.StartAsync();
        return host;
    }

    /// <summary>What the app needs, and what the host's own environment holds that must change nothing.</summary>
    public static IEnumerable<(string, string?)> Settings(string data, int trap) =>
    [
        .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("Hotline__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Provider__", StringComparison.OrdinalIgnoreCase)).Select(name => (name, (string?)null)),
        ("Hotline__DataPath", data), ("Hotline__PublicUrl", Signed.Origin), ("Hotline__DutyNumber", Served.Duty), ("Provider__AccountSid", Signed.Account), ("Provider__AuthToken", Signed.Token),
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Development"), ("ENVIRONMENT", "Development"),
        ("ASPNETCORE_URLS", "http://0.0.0.0:1"), ("URLS", "http://0.0.0.0:1"), ("ASPNETCORE_HTTP_PORTS", "1"), ("ASPNETCORE_PREFERHOSTINGURLS", "true"),
        ("Kestrel__Endpoints__Trap__Url", $"http://127.0.0.1:{trap}"), ("FUNCTIONS_WORKER_RUNTIME", "custom"),
    ];

    /// <summary>Fires a timer, as the host does by its schedule.</summary>
    public async Task<TimerEnd> Fire(string name, string? payload = null)
    {
        var function = Functions.Single(function => function.Name == name && function.IsTimer);
        using var request = Trigger(Inside, function.Name, payload);
        using var answer = await back.SendAsync(request);
        return Judge((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A timer's request as the host makes it: chunked JSON, the handler's own address, an invocation's id and nothing of a proxy.</summary>
    public static HttpRequestMessage Trigger(string handler, string function, string? payload = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{handler}/{function}"));
        request.Content = new StreamContent(new Chunked(Encoding.UTF8.GetBytes(payload ?? """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"FUNCTION","UtcNow":"2026-11-22T02:00:00Z","RandGuid":"5d0c9a3e-7a63-4f6e-9f0a-0a2c4f4bb3f1"}}}""".Replace("FUNCTION", function, StringComparison.Ordinal))));
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return request;
    }

    public static TimerEnd Judge(int status, string? type, byte[] body)
    {
        if (status is < 200 or > 299)
            return TimerEnd.Failure;
        if (status == 204 || body.Length == 0 || Encoding.UTF8.GetString(body).Trim() == "null")
            return TimerEnd.Hangs;
        try
        {
            using var json = JsonDocument.Parse(body);
            return type == "application/json" && json.RootElement.ValueKind == JsonValueKind.Object ? TimerEnd.Success : TimerEnd.Failure;
        }
        catch (JsonException)
        {
            return TimerEnd.Failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Handler.Dispose();
        back.Dispose();
        await front.StopAsync();
        await front.DisposeAsync();
    }

    private async Task Pass(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?')[0];
        if (Functions.FirstOrDefault(function => function.Takes(http.Request.Method, Uri.UnescapeDataString(path))) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Handler.GivenUp)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await Handler.Ready;
        if (function.AuthLevel != "anonymous")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(Inside + target.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (!HttpMethods.IsGet(http.Request.Method))
            request.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers)
            if (name != "Host" && !HopByHop.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) && name != "X-Azure-Functions-InvocationId" && !request.Headers.TryAddWithoutValidation(name, string.Join(", ", values!)))
                request.Content?.Headers.TryAddWithoutValidation(name, string.Join(", ", values!));
        var invocation = Guid.NewGuid().ToString();
        request.Headers.Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Handler.Port}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", http.Request.Host.Value);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "http");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", invocation);
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);
        await Answer(http, request);
    }

    private async Task Answer(HttpContext http, HttpRequestMessage request)
    {
        try
        {
            using var answer = await back.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
                if (!HopByHop.Contains(name, StringComparer.OrdinalIgnoreCase))
                    http.Response.Headers[name] = values.ToArray();
            await answer.Content.CopyToAsync(http.Response.Body);
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    /// <summary>Of a length that nobody knows before, so it is sent in chunks.</summary>
    private sealed class Chunked(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

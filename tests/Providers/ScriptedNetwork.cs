using System.Net;
using System.Text;

namespace Hotline.Tests.Providers;

/// <summary>Stands in for the network: plays steps one after the other, the last for ever, and keeps what was asked.</summary>
internal sealed class ScriptedNetwork(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] steps) : HttpMessageHandler
{
    public List<Asked> Requests { get; } = [];

    /// <summary>How many requests a provider could have acted on.</summary>
    public int Arrived { get; private set; }

    public sealed record Asked(string Method, Uri Address, string? Authorization, string? Body);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(int status, string body = "", params (string Name, string Value)[] headers) => async (request, cancel) =>
    {
        await Read(request, cancel);
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(HttpContent content, int status = 200) => async (request, cancel) =>
    {
        await Read(request, cancel);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    };

    /// <summary>Nobody there: not a byte left us.</summary>
    public static Task<HttpResponseMessage> Refuse(HttpRequestMessage request, CancellationToken cancel) =>
        throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");

    /// <summary>All of it arrived, and then the line broke.</summary>
    public static async Task<HttpResponseMessage> Lose(HttpRequestMessage request, CancellationToken cancel)
    {
        await Read(request, cancel);
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended");
    }

    /// <summary>All of it arrived, and no answer comes, ever.</summary>
    public static async Task<HttpResponseMessage> Hang(HttpRequestMessage request, CancellationToken cancel)
    {
        await Read(request, cancel);
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = steps[Math.Min(Requests.Count, steps.Length - 1)];
        Requests.Add(new Asked(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), null));
        var answer = step(request, cancellationToken);
        if (step != Refuse)
            Arrived++;
        if (request.Content is FormUrlEncodedContent && step != Refuse)
            Requests[^1] = Requests[^1] with { Body = await request.Content.ReadAsStringAsync(CancellationToken.None) };
        return await answer;
    }

    private static Task<byte[]> Read(HttpRequestMessage request, CancellationToken cancel) => request.Content is null ? Task.FromResult<byte[]>([]) : request.Content.ReadAsByteArrayAsync(cancel);
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Hotline.Tests.Carriers;

/// <summary>The provider in place of the network.</summary>
internal sealed class ProviderHandler(FakeProvider provider) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var address = request.RequestUri!;
        var now = provider.Clock.GetUtcNow();
        var fault = provider.Faults.Choose(FakeProvider.KindOf(request.Method.Method, address.AbsolutePath), now);
        if (fault == Fault.Unreachable)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        // Read through the content itself: it notes that its first byte went off.
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(CancellationToken.None);
        var asked = new Asked(request.Method.Method, new Uri(address.GetLeftPart(UriPartial.Authority)), address.AbsolutePath, address.Query,
            request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body, now);
        var exchanged = await provider.Exchange(asked, fault);
        return exchanged.Break switch
        {
            ConnectionBreak.Lost => throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended"),
            // What a wait that ran out looks like, without the wait.
            ConnectionBreak.Silence => throw new TaskCanceledException("no answer in time"),
            _ => Message(exchanged),
        };
    }

    private static HttpResponseMessage Message(Exchanged exchanged)
    {
        var reply = exchanged.Reply!;
        var answer = new HttpResponseMessage((HttpStatusCode)reply.Status)
        {
            Content = exchanged.Break == ConnectionBreak.InTheBody ? new StreamContent(new TornStream(reply.Body)) : new ByteArrayContent(reply.Body),
        };
        if (reply.Body.Length > 0)
            answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(reply.ContentType);
        answer.Headers.Location = reply.Location;
        if (reply.RetryAfter is { } wait)
            answer.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return answer;
    }
}

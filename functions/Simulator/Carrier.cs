using Hotline.Functions.Setup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hotline.Functions.Simulator;

/// <summary>Posts a signed form to our own gateway over HTTP, as the provider would from outside: the same doors, the same checks.</summary>
internal sealed class Carrier(Settings settings, IServer server) : IDisposable
{
    /// <summary>Twilio gives a webhook 15 seconds (its page on webhook connection overrides).</summary>
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };

    public void Dispose() => http.Dispose();

    /// <param name="path">Begins with a slash.</param>
    /// <param name="turnId">What the gateway will call this turn.</param>
    /// <returns>The answer, also when it is a refusal; status 0 when there was none.</returns>
    public async Task<Exchange> Post(string path, string turnId, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, OwnAddress() + path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", CarrierSignature.Of(settings.PublicUrl + path, fields, settings.AuthTokens[0]));
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return new Exchange(path, turnId, (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (HttpRequestException)
        {
            return new Exchange(path, turnId, 0, "");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Exchange(path, turnId, 0, "");
        }
    }

    private string OwnAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(url => url.StartsWith("http://", StringComparison.Ordinal)) ?? addresses.FirstOrDefault() ?? Address.Default;
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}

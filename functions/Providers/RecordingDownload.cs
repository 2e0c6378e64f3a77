using static Hotline.Functions.Providers.RefusalKind;

namespace Hotline.Functions.Providers;

/// <summary>Fetches a recording: at Twilio from its API, at Somleng from the storage that its API leads on to.</summary>
internal sealed class RecordingDownload(ProviderAccount account, Wire wire, ApiAddress api, Patience patience)
{
    private const int MostRedirects = 3;

    /// <summary>Over an hour of Twilio's sound files (128 kbit a second).</summary>
    private const long Largest = 64L * 1024 * 1024;

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static readonly string[] SoundFiles = [".wav", ".mp3"];

    private readonly MediaHosts hosts = new(account);

    /// <summary>The media have no JSON: an address that names no kind of file means the sound as it was recorded.</summary>
    public async Task<(ProviderResult<FetchedRecording> Result, int? Status)> Fetch(string address, Stream into, CancellationToken cancel)
    {
        if (hosts.Allowed(address) is not { } at)
            return (No(MediaHost), null);
        if (!SoundFiles.Any(kind => at.AbsolutePath.EndsWith(kind, StringComparison.OrdinalIgnoreCase)))
            at = new UriBuilder(at) { Path = at.AbsolutePath + SoundFiles[0] }.Uri;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(patience.Recording);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var answer = await Ask(at, enough.Token);
            if (answer is null)
                return (new Failure.TryLater(Soon), null);
            var status = (int)answer.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
                return (answer.IsSuccessStatusCode ? await Copy(answer.Content, into, enough.Token) : Meant(status), status);
            if (answer.Headers.Location is not { } location || hosts.Allowed(new Uri(at, location)) is not { } next)
                return (No(MediaHost), status);
            at = next;
        }

        return (No(MediaHost), null);
    }

    private async Task<HttpResponseMessage?> Ask(Uri at, CancellationToken cancel)
    {
        try
        {
            return await wire.Get(at, authorized: api.IsOurs(at), cancel);
        }
        catch (Exception e) when (Wire.IsNetwork(e))
        {
            return null;
        }
    }

    /// <summary>What is not there may not be there yet, even after the provider said that it is complete.</summary>
    private static Failure Meant(int status) => StatusMeaning.Of(status) is Failure.RefusedForGood { Kind: not NotThere } refused ? refused : new Failure.TryLater(Soon);

    private static async Task<ProviderResult<FetchedRecording>> Copy(HttpContent content, Stream into, CancellationToken cancel)
    {
        var type = content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        var promised = content.Headers.ContentLength;
        if (!(type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/octet-stream", StringComparison.OrdinalIgnoreCase)) || promised > Largest)
            return No(NoRecording);
        long length = 0;
        var buffer = new byte[64 * 1024];
        for (int read; (read = await Read(content, buffer, cancel)) != 0;)
        {
            if (read < 0)
                return new Failure.TryLater(Soon);
            if ((length += read) > Largest)
                return No(NoRecording);
            await into.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return length == 0 || (promised is { } whole && whole != length) ? new Failure.TryLater(Soon) : new FetchedRecording(length, type);
    }

    /// <returns>Below zero when the connection broke: what our own stream throws is no matter of the provider's.</returns>
    private static async ValueTask<int> Read(HttpContent content, byte[] buffer, CancellationToken cancel)
    {
        try
        {
            return await (await content.ReadAsStreamAsync(cancel)).ReadAsync(buffer, cancel);
        }
        catch (Exception e) when (Wire.IsNetwork(e))
        {
            return -1;
        }
    }

    private static Failure.RefusedForGood No(RefusalKind kind) => new(kind);
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hotline.Tests.Providers;

/// <summary>A server on the loopback that plays one line a request: an answer, or a closed connection after reading everything. Connections are kept.</summary>
internal sealed class OneServer : IDisposable
{
    private static readonly string Accepted = $"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: {Ours.Accepted.Length}\r\n\r\n{Ours.Accepted}";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly bool[] answers;
    private int arrived;

    /// <summary>Instead of the usual answer.</summary>
    public string Says { get; init; } = Accepted;

    /// <param name="answers">For each request: true, an answer; false, none.</param>
    public OneServer(params bool[] answers)
    {
        this.answers = answers;
        listener.Start();
        _ = Accept();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int Arrived => Volatile.Read(ref arrived);

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        var read = new StringBuilder();
        var buffer = new byte[4096];
        for (int length; (length = await stream.ReadAsync(buffer)) > 0;)
        {
            read.Append(Encoding.ASCII.GetString(buffer, 0, length));
            if (!Whole(read.ToString()))
                continue;
            read.Clear();
            var number = Interlocked.Increment(ref arrived) - 1;
            if (!answers[Math.Min(number, answers.Length - 1)])
                return;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Says));
        }
    }

    private static bool Whole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            return false;
        var body = length < 0 ? 0 : int.Parse(request.AsSpan(length + 16, request.IndexOf('\r', length) - length - 16), System.Globalization.CultureInfo.InvariantCulture);
        return request.Length >= end + 4 + body;
    }
}

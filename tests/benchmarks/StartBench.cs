using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Benchmarks;

/// <summary>
/// From the start of the published gateway's process to the last byte of its first signed reply: keys read, database opened, flows checked, one
/// turn stored. Each start finds the data of the one before, as after a deploy; the very first, which makes keys and database, is told apart.
/// </summary>
internal static class StartBench
{
    private const int Port = 18190;
    private const int Times = 20;
    private const string PublicUrl = "https://hotline.example.org";

    /// <param name="program">The published executable.</param>
    /// <param name="hosted">As the custom handler of the Functions host, which is what a cold start on Azure waits for; else self-hosted.</param>
    public static void Run(string program, bool hosted)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-start-");
        var all = new List<(double Milliseconds, double Cpu)>();
        for (var i = 0; i <= Times; i++)
            all.Add(Once(program, hosted, folder.FullName, i));
        folder.Delete(recursive: true);
        var later = all.Skip(1).Select(start => start.Milliseconds).Order().ToArray();
        var cpu = all.Skip(1).Select(start => start.Cpu).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"start_ms_median":{{later[Times / 2]:F0}},"start_ms_best":{{later[0]:F0}},"start_ms_worst":{{later[^1]:F0}},"cpu_ms_median":{{cpu[Times / 2]:F0}},"cpu_ms_best":{{cpu[0]:F0}},"first_ever_ms":{{all[0].Milliseconds:F0}}}"""));
    }

    private static (double Milliseconds, double Cpu) Once(string program, bool hosted, string folder, int number)
    {
        var request = Request(number);
        var how = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        how.Environment[hosted ? "FUNCTIONS_CUSTOMHANDLER_PORT" : "ASPNETCORE_URLS"] = hosted ? $"{Port}" : $"http://127.0.0.1:{Port}";
        how.Environment["Hotline__PublicUrl"] = PublicUrl;
        how.Environment["Hotline__DataPath"] = Path.Combine(folder, "data");
        how.Environment["Hotline__KeyPath"] = Path.Combine(folder, "keys");
        how.Environment["Hotline__DutyNumber"] = "+85512000001";
        how.Environment["Provider__AccountSid"] = BenchGateway.AccountSid;
        how.Environment["Provider__AuthToken"] = BenchGateway.AuthToken;
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(how)!;
        try
        {
            var reply = Ask(request, process);
            var milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            return reply.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && reply.Contains("<Message>", StringComparison.Ordinal)
                ? (milliseconds, process.TotalProcessorTime.TotalMilliseconds)
                : throw new InvalidOperationException("The gateway did not answer with a message: " + reply.Split('\r')[0]);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static string Ask(byte[] request, Process process)
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Connect(IPAddress.Loopback, Port);
            }
            catch (SocketException)
            {
                if (process.HasExited)
                    throw new InvalidOperationException("The gateway did not start: " + process.StandardError.ReadToEnd());
                Thread.Sleep(1);
                continue;
            }

            socket.Send(request);
            var buffer = new byte[8192];
            var length = 0;
            while (socket.Receive(buffer.AsSpan(length)) is > 0 and var read)
                length += read;
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    private static byte[] Request(int number)
    {
        var sid = "SM" + number.ToString("x32", CultureInfo.InvariantCulture);
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["AccountSid"] = BenchGateway.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = "hello",
            ["From"] = "+85512345678",
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["SmsMessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsStatus"] = "received",
            ["To"] = "+85512000000",
        };
        var signed = PublicUrl + "/sms" + string.Concat(fields.Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The provider's protocol.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(BenchGateway.AuthToken), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
        var body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return Encoding.UTF8.GetBytes(
            $"POST /sms HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: {signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>The built gateway as a process of its own, on a free port of the loopback.</summary>
internal sealed class RunningGateway : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(40);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private bool ended;

    private RunningGateway(ProcessStartInfo start, string address)
    {
        Address = address;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first healthy answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Standard output and error so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<RunningGateway> Start(string dataPath, string environment = "Production", params (string Name, string? Value)[] settings)
    {
        var port = FreePort();
        var watch = Stopwatch.StartNew();
        var gateway = new RunningGateway(Command([], dataPath, environment, [("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), .. settings]), $"http://127.0.0.1:{port}");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        while (!await Healthy(http, gateway.Address))
            if (gateway.process.HasExited || watch.Elapsed > LongestStart)
            {
                var said = gateway.Output;
                gateway.Dispose();
                throw new InvalidOperationException($"The gateway did not start. It said: {said}");
            }

        gateway.ReadyAfter = watch.Elapsed;
        return gateway;
    }

    /// <summary>Runs a command, or a start that has to fail, to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunToEnd(string dataPath, string environment, string[] arguments, params (string Name, string? Value)[] settings)
    {
        using var process = Process.Start(Command(arguments, dataPath, environment, [("ASPNETCORE_URLS", $"http://127.0.0.1:{FreePort()}"), .. settings]))!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(LongestStart);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            throw new InvalidOperationException($"The command did not end. It said: {await said} {await errors}");
        }

        return (process.ExitCode, await said, await errors);
    }

    /// <summary>kill -9: nothing of ours runs any more, not even a finally.</summary>
    public void Kill()
    {
        if (ended)
            return;
        ended = true;
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static async Task<bool> Healthy(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address + "/health"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(10);
            return false;
        }
    }

    private static ProcessStartInfo Command(string[] arguments, string dataPath, string environment, (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hotline.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Hotline__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Provider__", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        (string, string?)[] usual =
        [
            ("DOTNET_ENVIRONMENT", environment), ("ASPNETCORE_ENVIRONMENT", null), ("Hotline__DataPath", dataPath), ("Hotline__PublicUrl", Signed.Origin),
            ("Hotline__DutyNumber", Served.Duty), ("Provider__AccountSid", Signed.Account), ("Provider__AuthToken", Signed.Token),
        ];
        foreach (var (name, value) in usual.Concat(settings))
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}

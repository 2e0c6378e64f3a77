using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hotline.Tests.Hosting;

/// <summary>The custom handler's process, started, watched and ended as the Functions host does it.</summary>
internal sealed class Handler : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly ProcessStartInfo start;
    private readonly StringBuilder output = new();
    private Process? process;
    private TaskCompletionSource ready = new();
    private bool stopping;

    public Handler(string executable, string workingDirectory, IEnumerable<(string Name, string? Value)> settings)
    {
        start = new ProcessStartInfo(executable) { WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var (name, value) in settings)
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
    }

    public int Port { get; } = Loopback.FreePort();

    public int Starts { get; private set; }

    /// <summary>It ended with 0, and is not started again.</summary>
    public bool GivenUp { get; private set; }

    /// <summary>Until something answers; requests wait for it.</summary>
    public Task Ready => ready.Task;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts the process and asks for / until anything answers, whatever it is.</summary>
    public async Task Begin()
    {
        var first = ++Starts == 1;
        var mine = ready;
        Process begun;
        lock (start)
        {
            if (stopping)
                return;
            begun = process = Process.Start(start)!;
        }

        begun.OutputDataReceived += (_, line) => Keep(line.Data);
        begun.ErrorDataReceived += (_, line) => Keep(line.Data);
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        begun.Exited += Ended;
        begun.EnableRaisingEvents = true;
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        while (!await Answers(http))
            if (stopping || (begun.HasExited && !first))
                return;
            else if (begun.HasExited || watch.Elapsed > LongestStart)
                throw new InvalidOperationException($"The handler did not start. It said: {Output}");
        mine.SetResult();
    }

    /// <summary>kill -9, from outside: the host finds the process gone, starts it again, and waits until it answers.</summary>
    public async Task KillAndWait()
    {
        var before = Starts;
        process!.Kill();
        await process.WaitForExitAsync();
        using var patience = new CancellationTokenSource(LongestStart);
        while (Starts == before && !GivenUp)
            await Task.Delay(5, patience.Token);
        await Ready.WaitAsync(patience.Token);
    }

    /// <summary>SIGTERM, which the host never sends.</summary>
    public async Task Terminate()
    {
        var before = Starts;
        var ended = process!;
        using (var kill = Process.Start("kill", ["-TERM", ended.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await ended.WaitForExitAsync();
        using var patience = new CancellationTokenSource(LongestStart);
        while (Starts == before && !GivenUp)
            await Task.Delay(5, patience.Token);
        await Ready.WaitAsync(patience.Token);
    }

    public void Dispose()
    {
        lock (start)
            stopping = true;
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private async void Ended(object? sender, EventArgs e)
    {
        if (stopping)
            return;
        ready = new();
        GivenUp = ((Process)sender!).ExitCode == 0;
        if (!GivenUp)
            await Begin();
    }

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/"));
            return true;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(25);
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (output)
            output.Append(line).Append('\n');
    }
}

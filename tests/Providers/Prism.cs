using System.Diagnostics;
using System.Net.Sockets;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Providers;

/// <summary>Prism from npm on the provider's own description of its API: refuses, with 422, what that does not allow. One for all tests that want it.</summary>
public sealed class Prism : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    public Prism()
    {
        var folder = Repository.File("tests", "node");
        Install(folder);
        Address = $"http://127.0.0.1:{FreePort()}";
        process = Process.Start(Command("node", folder, Path.Combine("node_modules", "@stoplight", "prism-cli", "dist", "index.js"), "mock", "-h", "127.0.0.1", "-p", new Uri(Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), Description))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Await();
    }

    /// <summary>Five paths of Twilio's API.</summary>
    public static string Description { get; } = Repository.File("tests", "Providers", "data", "twilio-api.json");

    public string Address { get; }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>Adds what is missing and leaves what is there, which other tests may be using.</summary>
    private static void Install(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", "@stoplight", "prism-cli")))
            return;
        using var gate = new Mutex(false, "hotline-tests-node");
        gate.WaitOne();
        try
        {
            using var npm = Process.Start(Command("npm", folder, "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"))!;
            var (said, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            npm.WaitForExit();
            if (npm.ExitCode != 0)
                throw new InvalidOperationException($"`npm install` in tests/node failed: {said.Result} {errors.Result}");
        }
        finally
        {
            gate.ReleaseMutex();
        }
    }

    private static ProcessStartInfo Command(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A package of Prism's would tell its makers that it was installed.
        start.Environment["SCARF_ANALYTICS"] = "false";
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Await()
    {
        var watch = Stopwatch.StartNew();
        while (true)
            try
            {
                using var client = new TcpClient();
                client.Connect("127.0.0.1", new Uri(Address).Port);
                return;
            }
            catch (SocketException) when (!process.HasExited && watch.Elapsed < LongestStart)
            {
                process.WaitForExit(50);
            }
            catch (SocketException)
            {
                Dispose();
                throw new InvalidOperationException("Prism did not start: run `npx prism mock ../Providers/data/twilio-api.json` in tests/node to see why.");
            }
    }
}

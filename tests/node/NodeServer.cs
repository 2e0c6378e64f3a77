using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Node;

/// <summary>A server from npm on a port of its own, for as long as this lives; its package is installed first when it is missing.</summary>
public abstract class NodeServer : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    /// <param name="package">Its folder in node_modules.</param>
    /// <param name="script">The file in that folder.</param>
    /// <param name="arguments">Port → what stands behind the script.</param>
    protected NodeServer(string package, string script, Func<string, string[]> arguments)
    {
        var folder = Repository.File("tests", "node");
        Install(folder, package);
        Port = FreePort();
        process = Process.Start(Command("node", folder, [Path.Combine("node_modules", package, script), .. arguments(Port.ToString(CultureInfo.InvariantCulture))]))!;
        // Unread pipes fill up and stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Await(package);
    }

    protected int Port { get; }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds what is missing and leaves what is there, which other tests may be using.</summary>
    private static void Install(string folder, string package)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", package)))
            return;
        using var gate = new Mutex(false, "hotline-tests-node");
        gate.WaitOne();
        try
        {
            using var npm = Process.Start(Command("npm", folder, ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]))!;
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

    private static ProcessStartInfo Command(string program, string folder, string[] arguments)
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

    private void Await(string package)
    {
        var watch = Stopwatch.StartNew();
        while (true)
            try
            {
                using var client = new TcpClient();
                client.Connect("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (!process.HasExited && watch.Elapsed < LongestStart)
            {
                process.WaitForExit(50);
            }
            catch (SocketException)
            {
                Dispose();
                throw new InvalidOperationException($"{package} did not start: run it in tests/node to see why.");
            }
    }
}

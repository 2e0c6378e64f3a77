using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hotline.Tests.Node;

/// <summary>Runs a script of tests/node with the packages pinned beside it, installing them once if they are missing.</summary>
internal static class NodePeers
{
    private static readonly string Folder = FolderOfThisFile();
    private static readonly Lazy<bool> Installed = new(Install);

    /// <param name="script">File name in tests/node.</param>
    /// <param name="input">Written to the script's standard input as UTF-8.</param>
    /// <returns>The script's standard output. A missing or failing Node fails the test with a sentence; nothing is skipped.</returns>
    public static string Run(string script, string input)
    {
        _ = Installed.Value;
        return Start("node", script, input);
    }

    private static bool Install()
    {
        // Two test runs in one checkout would otherwise delete each other's half-made node_modules.
        using var gate = new Mutex(false, "hotline-tests-node");
        gate.WaitOne();
        try
        {
            if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
                Start("npm", "ci --no-audit --no-fund", "");
            return true;
        }
        finally
        {
            gate.ReleaseMutex();
        }
    }

    private static string Start(string program, string arguments, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output.GetAwaiter().GetResult()
                : throw new InvalidOperationException($"`{program} {arguments}` in tests/node failed: {errors.GetAwaiter().GetResult()}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"These tests compare with peers from npm: install Node 20 with npm, so that `{program}` is on the PATH.");
        }
    }

    private static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

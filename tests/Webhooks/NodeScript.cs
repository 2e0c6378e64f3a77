using System.Diagnostics;
using System.Text;

namespace Hotline.Tests.Webhooks;

/// <summary>Runs a script of tests/node, lines in and lines out, and installs its packages first when they are missing.</summary>
internal static class NodeScript
{
    private static readonly Lock Installing = new();
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static string[] Run(string script, IEnumerable<string> lines)
    {
        lock (Installing)
            if (!Directory.Exists(Repository.File("tests", "node", "node_modules", "twilio")))
                Start("npm", "ci", []);
        return Start("node", script, lines);
    }

    private static string[] Start(string program, string argument, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo(program, argument)
        {
            WorkingDirectory = Repository.File("tests", "node"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"These tests compare us with the official library and need Node 20 and npm: \"{program}\" could not be started.", error);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            foreach (string line in lines)
                process.StandardInput.WriteLine(line);
            process.StandardInput.Close();
            if (!process.WaitForExit(Longest))
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"\"{program} {argument}\" in tests/node failed; run it there to see why. It said: {errors.Result}");
            return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}

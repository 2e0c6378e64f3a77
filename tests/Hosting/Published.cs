using System.Diagnostics;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Hosting;

/// <summary>The folder that Azure takes, published once for all tests. HOTLINE_PUBLISHED names one that is there already.</summary>
internal static class Published
{
    private static readonly Lazy<string> Once = new(Publish);

    public static string Folder => Once.Value;

    public static string File(params string[] path) => Path.Combine([Folder, .. path]);

    private static string Publish()
    {
        if (Environment.GetEnvironmentVariable("HOTLINE_PUBLISHED") is { Length: > 0 } ready)
            return Path.GetFullPath(ready, Repository.File());
        var folder = Repository.File("artifacts", "published");
        // What an earlier publish left behind would be taken for this one's.
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo("dotnet", ["publish", "functions", "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]) { WorkingDirectory = Repository.File(), RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"It could not be published: {said.Result} {errors.Result}");
    }
}

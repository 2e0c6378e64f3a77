using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Hotline.Tests.Readme;

/// <summary>Every command of the README is run as it stands there, in the checkout, by the one that knows what it should do.</summary>
public sealed class ReadmeCommands
{
    private static readonly Dictionary<string, Func<string, Task>> Runs = new(StringComparer.Ordinal)
    {
        ["dotnet run --project functions"] = Serves,
        ["dotnet run --project functions -- chat"] = line => Says(line, "សួស្តី\n1\n\n", "សុវត្ថិភាព"),
        ["dotnet run --project functions -- chat --voice"] = line => Says(line, "1\n\n", "ដើម្បីប្រាប់រឿង"),
        ["dotnet run --project functions -- chat --check-in"] = line => Says(line, "hello\n\n", "> hello"),
        ["dotnet run --project functions -- ask"] = line => Says(line, "តើធ្វើប៉ាស្ព័រថ្លៃប៉ុន្មាន?\n", "q06"),
        ["dotnet run --project functions -- questions"] = line => Says(line, "", "0 questions found no answer."),
        ["dotnet run --project functions -- clients"] = line => Says(line, "", "0 clients."),
        ["dotnet run --project functions -- broadcast list"] = line => Says(line, "", "0 people get tips."),
        ["dotnet run --project functions -- todo"] = line => Says(line, "", "0 given up."),
        ["dotnet run --project functions -- keys"] = line => Says(line, "", "in use"),
        ["dotnet run --project functions -- keys rotate seal"] = line => Says(line, "", "by then every process knows it"),
        ["dotnet run --project functions -- keys reseal"] = line => Says(line, "", "0 rows are sealed"),
        ["dotnet run --project functions -- backup --new-key backup.key"] = line => BacksUp(line, "Made "),
        ["dotnet run --project functions -- backup hotline.backup --key backup.key"] = line => BacksUp(line, "The database is in "),
        ["dotnet run --project functions -- backup --cases cases.backup --key backup.key"] = line => BacksUp(line, "The keys of cases are in "),
        ["dotnet run --project functions -- restore hotline.backup --to restored/hotline.db --key backup.key"] = line => BacksUp(line, "Restored "),
        ["dotnet run --project functions -- reports"] = line => Says(line, "", "reports, "),
        ["dotnet run --project functions -- reports --json"] = line => Says(line, "", ""),
        ["dotnet run --project functions -- check"] = line => Says(line, "", "0 findings"),
        ["dotnet run --project functions -- check --graph"] = line => Says(line, "", "stateDiagram-v2"),
        ["dotnet run --project functions -- clips"] = line => Says(line, "", "[ ] front-door."),
        ["dotnet publish functions -c Release -o out"] = Publishes,
        ["tests/run"] = RunsThis,
    };

    public static TheoryData<string> Commands()
    {
        var data = new TheoryData<string>();
        foreach (var command in InReadme())
            data.Add(command);
        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_of_the_readme_does_what_it_says(string command)
    {
        Assert.True(Runs.ContainsKey(command), $"README.md shows \"{command}\", and nothing here runs it.");
        await Runs[command](command);
    }

    [Fact]
    public void The_readme_shows_its_commands() => Assert.True(InReadme().Count() >= Runs.Count);

    private static IEnumerable<string> InReadme()
    {
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(Checkout, "README.md")))
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = line == "```sh";
            else if (inside && line.Length > 0)
                yield return line;
    }

    /// <summary>All that the README shows before it too, in a folder of its own instead of the checkout.</summary>
    private static async Task BacksUp(string command, string expected)
    {
        using var data = new TemporaryFolder();
        string There(string line) => new[] { "backup.key", "hotline.backup", "cases.backup", "restored/hotline.db" }.Aggregate(line, (text, name) => text.Replace(name, Path.Combine(data.Path, name), StringComparison.Ordinal));
        await Says("dotnet run --project functions -- keys", "", "in use", data);
        foreach (var line in InReadme().Where(line => line.Contains("-- backup", StringComparison.Ordinal) || line.Contains("-- restore", StringComparison.Ordinal)))
        {
            await Says(There(line), "", line == command ? expected : "", data);
            if (line == command)
                return;
        }
    }

    private static async Task Says(string command, string input, string expected)
    {
        using var data = new TemporaryFolder();
        await Says(command, input, expected, data);
    }

    private static async Task Says(string command, string input, string expected, TemporaryFolder data)
    {
        using var process = Start(command, data.Path, null);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private static async Task Serves(string command)
    {
        using var data = new TemporaryFolder();
        var address = $"http://127.0.0.1:{FreePort()}";
        using var process = Start(command, data.Path, address);
        try
        {
            var expected = $"Talk to it:   {address}/simulator";
            string? line;
            do
                line = await process.StandardOutput.ReadLineAsync();
            while (line is not null && line != expected);
            Assert.Equal(expected, line);
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"{address}/health"))).StatusCode);
            Assert.Contains("<html", await http.GetStringAsync(new Uri($"{address}/simulator")), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The published program starts; ahead-of-time compilation, which takes minutes, is measured by the benchmarks.</summary>
    private static async Task Publishes(string command)
    {
        using var target = new TemporaryFolder();
        await Says(command.Replace("-o out", $"-o {target.Path} -p:PublishReadyToRun=false -p:PublishReadyToRunComposite=false --nologo", StringComparison.Ordinal), "", "");
        await Says(Path.Combine(target.Path, "Hotline") + " check", "", "0 findings");
    }

    private static Task RunsThis(string command)
    {
        var script = Path.Combine(Checkout, command);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute), $"{command} cannot be executed.");
        Assert.Contains("dotnet test tests/Hotline.Tests.csproj", File.ReadAllText(script), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static Process Start(string command, string data, string? address)
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec " + command])
        {
            WorkingDirectory = Checkout,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment["Hotline__DataPath"] = data;
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        if (address is not null)
            start.Environment["ASPNETCORE_URLS"] = address;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Checkout
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests have to run inside the checkout.");
            return folder.FullName;
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("hotline-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

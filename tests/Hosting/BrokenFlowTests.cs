using System.Diagnostics;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>Flows are checked while the rest is put together, and still nobody is served by broken ones.</summary>
[Collection(Alone.Name)]
public sealed class BrokenFlowTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flow_with_findings_ends_the_start_with_its_sentence_whether_keys_are_there_or_not(bool keys)
    {
        using var scratch = new Scratch();
        var (data, program) = (scratch.Path("data"), scratch.Path("program"));
        Directory.CreateDirectory(data);
        // Hard links: the same files under another name, so that one of them can be another.
        using (var copy = Process.Start("cp", ["-al", Published.Folder, program]))
            await copy.WaitForExitAsync();
        if (keys)
            await using (await FunctionsHost.Start(program, data))
                Assert.True(Path.Exists(Path.Combine(data, "keys")));
        var flow = Path.Combine(program, "flows", "report.json");
        var words = await File.ReadAllTextAsync(flow);
        File.Delete(flow);
        await File.WriteAllTextAsync(flow, words.Replace("\"goto\": \"danger-now\"", "\"goto\": \"danger-that-nobody-wrote\"", StringComparison.Ordinal));
        using var handler = new Handler(Path.Combine(program, "Hotline"), program, FunctionsHost.Settings(data, Loopback.FreePort()));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(handler.Begin);
        Assert.Contains("-- check lists them all", refused.Message, StringComparison.Ordinal);
        Assert.Contains("danger-that-nobody-wrote", refused.Message, StringComparison.Ordinal);
        Assert.False(Loopback.Listens(handler.Port));
        Assert.Equal(keys, Path.Exists(Path.Combine(data, "keys")));
    }
}

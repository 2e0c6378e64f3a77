using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>A broken set-up stops the start with one sentence that says what to do, and gives nothing away.</summary>
public sealed class SetUpTests
{
    [Theory]
    [InlineData("Provider__AuthToken", null)]
    [InlineData("Provider__AccountSid", null)]
    [InlineData("Hotline__PublicUrl", null)]
    [InlineData("Hotline__DutyNumber", null)]
    [InlineData("Provider__AuthToken", "")]
    [InlineData("Provider__AuthToken", " ")]
    [InlineData("Provider__AccountSid", " ")]
    [InlineData("Hotline__PublicUrl", "http://hotline.example.org")]
    [InlineData("Hotline__PublicUrl", "hotline.example.org")]
    [InlineData("Hotline__PublicUrl", "https://hotline.example.org/hotline")]
    [InlineData("Hotline__PublicUrl", "https://user:pass@hotline.example.org")]
    [InlineData("Hotline__DutyNumber", "the office")]
    [InlineData("Provider__CheckInNumber", "the office")]
    [InlineData("Provider__Kind", "telegraph")]
    [InlineData("Hotline__RefuseUnverifiedNumbers", "perhaps")]
    public async Task A_setting_that_is_missing_or_wrong_is_named_in_one_sentence(string name, string? value)
    {
        using var folder = new Scratch();
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Production", [], (name, value)), name);
    }

    [Fact]
    public async Task A_line_end_after_a_secret_does_no_harm()
    {
        using var folder = new Scratch();
        using var gateway = await RunningGateway.Start(folder.Folder, "Production", ("Provider__AuthToken", Signed.Token + "\n"), ("Hotline__PublicUrl", Signed.Origin + " "));
        using var carrier = new Carrier(gateway.Address);
        Assert.NotEmpty((await carrier.Text(Carrier.Number(), "they keep us locked in")).Messages);
    }

    [Fact]
    public async Task Data_without_its_keys_stops_the_start()
    {
        using var folder = new Scratch();
        using (var gateway = await RunningGateway.Start(folder.Folder))
        using (var carrier = new Carrier(gateway.Address))
            await carrier.Text(Carrier.Number(), "they keep us locked in");
        var before = await File.ReadAllBytesAsync(folder.Path("hotline.db"));
        File.Move(folder.Path("keys"), folder.Path("moved"));
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Production", []), "keys");
        Assert.False(File.Exists(folder.Path("keys")));
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Path("hotline.db")));
        File.Move(folder.Path("moved"), folder.Path("keys"));
        using var again = await RunningGateway.Start(folder.Folder);
    }

    [Fact]
    public async Task A_key_file_that_others_may_read_stops_the_start()
    {
        using var folder = new Scratch();
        using (await RunningGateway.Start(folder.Folder))
        {
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path("keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Production", []), "keys");
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("hotline.db")]
    public async Task A_damaged_file_stops_the_start(string name)
    {
        using var folder = new Scratch();
        using (await RunningGateway.Start(folder.Folder))
        {
        }

        foreach (var file in Directory.GetFiles(folder.Folder, name + "*"))
            await File.WriteAllTextAsync(file, "{ \"keys\": [ this was overwritten by something that is not a database and not a key file");
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Production", []), name);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start()
    {
        using var folder = new Scratch();
        using var other = new Scratch();
        using var first = await RunningGateway.Start(folder.Folder);
        Judge(await RunningGateway.RunToEnd(other.Folder, "Production", [], ("ASPNETCORE_URLS", first.Address)), first.Address, hostSpeaks: true);
    }

    [Theory]
    [InlineData("Production", "keys")]
    [InlineData("Development", "development-provider.json")]
    public async Task A_data_folder_that_cannot_be_made_stops_the_start(string environment, string named)
    {
        using var folder = new Scratch();
        await File.WriteAllTextAsync(folder.Path("file"), "");
        Judge(await RunningGateway.RunToEnd(folder.Path("file/data"), environment, []), named);
    }

    [Fact]
    public async Task A_damaged_file_of_generated_secrets_stops_the_start()
    {
        using var folder = new Scratch();
        await File.WriteAllTextAsync(folder.Path("development-provider.json"), "{ \"AccountSid\": \"AC");
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Development", []), "development-provider.json");
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start()
    {
        using var folder = new Scratch();
        Judge(await RunningGateway.RunToEnd(folder.Folder, "Production", [], ("ASPNETCORE_URLS", "nonsense")), "ASPNETCORE_URLS", hostSpeaks: true);
    }

    private static void Judge((int Code, string Output, string Errors) end, string named, bool hostSpeaks = false)
    {
        Assert.NotEqual(0, end.Code);
        // A host that cannot listen writes lines of its own.
        Assert.True(end.Output.Length == 0 || hostSpeaks, end.Output);
        Assert.DoesNotContain(Signed.Token, end.Output, StringComparison.Ordinal);
        var sentence = Assert.Single(end.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Signed.Token, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Signed.Account, sentence, StringComparison.Ordinal);
    }
}

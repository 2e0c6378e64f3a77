using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>-- keys, as an operator uses it.</summary>
public sealed class KeysCommandTests
{
    [Fact]
    public async Task The_list_shows_every_key_and_no_secret()
    {
        await using var pair = await Pair.Start();
        await pair.Keys("rotate", "seal");
        await pair.Keys("rotate", "turn", "--now");
        var (code, said) = await pair.Keys();
        var (_, json) = await pair.Keys("--json");
        var ring = new FileKeys(Path.Combine(pair.Folder, "keys")).Read();
        Assert.Equal(0, code);
        Assert.Equal(7, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(ring.All, key => Assert.Contains(key.Id, said, StringComparison.Ordinal));
        Assert.All(ring.All, key => Assert.DoesNotContain(Convert.ToBase64String(key.Secret)[..16], said + json, StringComparison.Ordinal));
        var lines = json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["in use", "to come"], lines.Where(line => line.GetProperty("purpose").GetString() == "seal").Select(line => line.GetProperty("state").GetString()));
        Assert.Equal(["older", "in use"], lines.Where(line => line.GetProperty("purpose").GetString() == "turn").Select(line => line.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_key_is_not_retired_while_anything_needs_it_and_the_sentence_says_what()
    {
        await using var pair = await Pair.Start();
        await pair.First.Carrier.Text(Carrier.Number(), "they keep us locked in");
        pair.Pass(TimeSpan.FromHours(1));
        await pair.First.Sweep();
        await pair.First.Carrier.Text(Carrier.Number(), "they keep us locked in");
        async Task<string> Refused(KeyPurpose purpose)
        {
            var (code, said) = await pair.Keys("retire", pair.Older(purpose));
            Assert.Equal(1, code);
            Assert.Single(said.Trim().Split('\n'));
            return said;
        }

        Assert.Contains("newest seal key", await Refused(KeyPurpose.Seal), StringComparison.Ordinal);
        Assert.Contains("never retired", await Refused(KeyPurpose.OptOut), StringComparison.Ordinal);
        await pair.Rotate("seal", "pseudonym", "receipt", "turn");
        Assert.Contains("may be in use until", await Refused(KeyPurpose.Seal), StringComparison.Ordinal);
        pair.Pass(LivingRing.Notice);
        Assert.Contains("rows are sealed with it", await Refused(KeyPurpose.Seal), StringComparison.Ordinal);
        Assert.Contains("needed until", await Refused(KeyPurpose.Pseudonym), StringComparison.Ordinal);
        Assert.Contains("needed until", await Refused(KeyPurpose.Turn), StringComparison.Ordinal);
        pair.Pass(TimeSpan.FromDays(32));
        Assert.Contains("1 conversations", await Refused(KeyPurpose.Pseudonym), StringComparison.Ordinal);
        await pair.First.Sweep();
        Assert.Contains("1 reports were filed", await Refused(KeyPurpose.Receipt), StringComparison.Ordinal);
        Assert.Equal(0, (await pair.Keys("retire", pair.Older(KeyPurpose.Pseudonym))).Code);
    }

    [Fact]
    public async Task Resealing_leaves_no_row_under_the_old_key_neither_here_nor_among_case_keys_and_all_open()
    {
        await using var pair = await Pair.Start();
        var receipts = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            Heard heard = null!;
            var from = Carrier.Number();
            foreach (var text in new[] { Reopened.Story, "1", "2", "2", "2", "1" })
                heard = await pair.First.Carrier.Text(from, text);
            receipts.Add(heard.Receipt);
        }

        var old = pair.Older(KeyPurpose.Seal);
        await pair.Rotate("seal");
        Assert.Contains(await pair.Rows("case|", pair.First.Services.GetRequiredService<CaseStore>().Store), row => Sealer.KeyOf(row.Row.Body.Span) == old);
        var (code, said) = await pair.Keys("reseal");
        Assert.True(code == 0, said);
        Assert.NotEqual("0", said.Split(' ')[0]);
        foreach (var row in (await pair.Rows("")).Concat(await pair.Rows("case|", pair.First.Services.GetRequiredService<CaseStore>().Store)))
            Assert.NotEqual(old, Sealer.KeyOf(row.Row.Body.Span));
        Assert.StartsWith("0 rows", (await pair.Keys("reseal")).Said, StringComparison.Ordinal);
        pair.Pass(LivingRing.Notice);
        Assert.Equal(0, (await pair.Keys("retire", old)).Code);
        pair.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(5, (await pair.Second.Filed()).Count);
        Assert.Equal(5, receipts.Distinct().Count());
    }

    [Fact]
    public async Task A_new_token_is_taken_beside_the_old_one_without_a_restart_and_then_alone()
    {
        using var secrets = new Scratch();
        await File.WriteAllTextAsync(secrets.Path("Provider__AuthToken"), Signed.Token + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(secrets.Path("Provider__AuthToken"), UnixFileMode.UserRead);
        var folder = $"--Hotline:SecretsPath={secrets.Folder}";
        await using var pair = await Pair.Start(folder);
        async Task<int> Signs(string token) => (await pair.Second.Carrier.Post(Carrier.Sms(Carrier.Number(), "hello").Sign(token))).Status;
        Assert.Equal((200, 403), (await Signs(Signed.Token), await Signs(Signed.NextToken)));
        Assert.Equal(1, (await pair.Keys("short", ["token"], folder)).Code);
        var (code, said) = await pair.Keys(Signed.NextToken + "\n", ["token"], folder);
        Assert.True(code == 0, said);
        Assert.DoesNotContain(Signed.NextToken, said, StringComparison.Ordinal);
        // Met for the first time it is looked for at once, if nobody has looked in the last seconds.
        pair.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal((200, 200), (await Signs(Signed.NextToken), await Signs(Signed.Token)));
        Assert.Equal(403, await Signs(Signed.OldToken));
        Assert.Equal(0, (await pair.Keys("", ["token", "--done"], folder)).Code);
        pair.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal((200, 403), (await Signs(Signed.NextToken), await Signs(Signed.Token)));
        Assert.Equal(1, (await pair.Keys("", ["token", "--done"], folder)).Code);
    }

    [Fact]
    public async Task A_token_of_the_settings_cannot_be_changed_from_inside_and_the_sentence_says_what_to_do()
    {
        await using var pair = await Pair.Start();
        var refusal = await Assert.ThrowsAsync<Functions.SetupException>(() => pair.Keys(Signed.NextToken, ["token"], []));
        Assert.Contains("Provider__PreviousAuthToken", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Signed.NextToken, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_everybody_may_read_stops_the_start()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var secrets = new Scratch();
        await File.WriteAllTextAsync(secrets.Path("Provider__AuthToken"), Signed.Token);
        File.SetUnixFileMode(secrets.Path("Provider__AuthToken"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var refusal = await Assert.ThrowsAsync<Functions.SetupException>(() => Pair.Start($"--Hotline:SecretsPath={secrets.Folder}"));
        Assert.Contains("chmod 400", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Signed.Token, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rotate", "optout")]
    [InlineData("rotate")]
    [InlineData("retire")]
    [InlineData("sell")]
    public async Task What_is_no_command_is_answered_with_the_commands(params string[] arguments)
    {
        await using var pair = await Pair.Start();
        Assert.Contains("keys rotate", (await Assert.ThrowsAsync<Functions.SetupException>(() => pair.Keys(arguments))).Message, StringComparison.Ordinal);
    }
}

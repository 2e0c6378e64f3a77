using System.Text;
using Hotline.Functions;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Tests.Outside;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>Keys and tokens in Azure Key Vault, by the real client against the real protocol.</summary>
public sealed class VaultTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Keys_are_made_once_and_read_back_with_a_token_for_the_vault()
    {
        await using var vault = await VaultStandIn.Start();
        var made = new VaultKeys(vault.Client()).OpenOrCreate(() => false, TimeProvider.System);
        var again = new VaultKeys(vault.Client()).OpenOrCreate(() => true, TimeProvider.System);
        Assert.Equal(made.All.Select(key => key.Id), again.All.Select(key => key.Id));
        Assert.True(made.Current(KeyPurpose.Seal).Secret.SequenceEqual(again.Current(KeyPurpose.Seal).Secret));
        Assert.Single(vault.Versions(VaultKeys.Secret));
        Assert.All(vault.Credential.Scopes, scope => Assert.Equal("https://vault.azure.net/.default", scope));
        Assert.NotEmpty(vault.Credential.Scopes);
    }

    [Fact]
    public async Task Data_whose_keys_are_missing_in_the_vault_stops_the_start()
    {
        await using var vault = await VaultStandIn.Start();
        Assert.Contains("backup", Assert.Throws<SetupException>(() => new VaultKeys(vault.Client()).OpenOrCreate(() => true, TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Empty(vault.Versions(VaultKeys.Secret));
    }

    [Fact]
    public async Task Of_two_rotations_at_once_no_key_is_lost_whoever_writes_last()
    {
        await using var vault = await VaultStandIn.Start();
        var ring = new VaultKeys(vault.Client()).OpenOrCreate(() => false, TimeProvider.System);
        // The other one reads, and writes its whole ring, just before we write ours.
        var other = ring.WithNew(KeyPurpose.Turn, Today);
        vault.BeforeWrite = () => vault.Put(VaultKeys.Secret, Encoding.UTF8.GetString(KeyJson.Write(other.All)));
        new VaultKeys(vault.Client()).Change(known => known.WithNew(KeyPurpose.Seal, Today));
        var now = new VaultKeys(vault.Client()).Read();
        Assert.Equal(7, now.All.Count);
        Assert.NotNull(now.Find(other.Current(KeyPurpose.Turn).Id));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => new VaultKeys(vault.Client()).Change(known => known.WithNew((KeyPurpose)i, Today)))));
        Assert.Equal(11, new VaultKeys(vault.Client()).Read().All.Count);
    }

    [Fact]
    public async Task A_retired_key_can_be_read_in_no_version_any_more()
    {
        await using var vault = await VaultStandIn.Start();
        var keys = new VaultKeys(vault.Client());
        var old = keys.OpenOrCreate(() => false, TimeProvider.System).Current(KeyPurpose.Seal);
        keys.Change(ring => ring.WithNew(KeyPurpose.Seal, Today));
        Assert.Contains(vault.Versions(VaultKeys.Secret), version => version.Enabled && version.Value.Contains(old.Id, StringComparison.Ordinal));
        keys.Change(ring => ring.Without(old.Id));
        Assert.DoesNotContain(vault.Versions(VaultKeys.Secret), version => version.Enabled && version.Value.Contains(old.Id, StringComparison.Ordinal));
        Assert.Null(keys.Read().Find(old.Id));
    }

    [Fact]
    public async Task A_throttled_vault_is_asked_again_and_a_process_goes_on_when_it_stays_away()
    {
        await using var vault = await VaultStandIn.Start();
        var keys = new VaultKeys(vault.Client());
        var first = keys.OpenOrCreate(() => false, TimeProvider.System);
        vault.Fails.Enqueue(429);
        vault.Fails.Enqueue(503);
        Assert.Equal(first.All.Count, keys.Read().All.Count);

        var clock = new FakeClock(DateTimeOffset.UtcNow);
        using var ring = new LivingRing(keys, first, clock);
        foreach (var _ in Enumerable.Range(0, 3))
            vault.Fails.Enqueue(429);
        clock.Advance(LivingRing.Every);
        ring.Look();
        Assert.Equal(first.All, ring.Now.All);
        Assert.Empty(vault.Fails);
        clock.Advance(TimeSpan.FromSeconds(15));
        keys.Change(known => known.WithNew(KeyPurpose.Seal, Today));
        ring.Look();
        Assert.Equal(6, ring.Now.All.Count);
    }

    [Theory]
    [InlineData(403, "role Key Vault Secrets User")]
    [InlineData(500, "does not answer now")]
    [InlineData(429, "does not answer now")]
    public async Task What_goes_wrong_is_one_sentence_that_says_what_to_do_and_quotes_nothing(int status, string expected)
    {
        await using var vault = await VaultStandIn.Start();
        foreach (var _ in Enumerable.Range(0, 3))
            vault.Fails.Enqueue(status);
        var refusal = Assert.Throws<SetupException>(() => new VaultKeys(vault.Client()).Read());
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_secret_is_refused_without_quoting_it()
    {
        await using var vault = await VaultStandIn.Start();
        vault.Put(VaultKeys.Secret, "{\"keys\":[{\"key\":\"c2VjcmV0\"}]}");
        Assert.DoesNotContain("c2VjcmV0", Assert.Throws<SetupException>(() => new VaultKeys(vault.Client()).Read()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_the_vault_go_before_others_and_change_while_we_run()
    {
        await using var vault = await VaultStandIn.Start();
        vault.Put("Provider--AuthToken", "first-token-of-the-vault");
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("Hotline:KeyVault", VaultStandIn.Address), new("Provider:AuthToken", "another")]);
        var sources = SecretSources.Open(configuration, _ => vault.Client());
        Assert.Equal("first-token-of-the-vault", configuration["Provider:AuthToken"]);
        var source = new VaultTokens(vault.Client());
        var clock = new FakeClock(DateTimeOffset.UtcNow);
        using var living = new LivingTokens(source, source.Read(), clock);
        Assert.True(new Functions.Rotation.TokenChange(source).Begin("second-token-of-the-vault\n").Done);
        clock.Advance(LivingRing.Every);
        living.Look();
        Assert.Equal(["second-token-of-the-vault", "first-token-of-the-vault"], living.Now);
        Assert.True(new Functions.Rotation.TokenChange(source).End().Done);
        clock.Advance(LivingRing.Every);
        living.Look();
        Assert.Equal(["second-token-of-the-vault"], living.Now);
        Assert.NotNull(sources);
    }

    [Theory]
    [InlineData("http://example.vault.azure.net")]
    [InlineData("example")]
    [InlineData("https://example.vault.azure.net/secrets/x")]
    public void What_is_no_vault_is_refused(string address)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("Hotline:KeyVault", address)]);
        Assert.Contains("Hotline__KeyVault", Assert.Throws<SetupException>(() => SecretSources.Open(configuration)).Message, StringComparison.Ordinal);
    }
}

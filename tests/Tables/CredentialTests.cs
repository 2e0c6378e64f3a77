using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Functions;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>Getting in by key and by signature, and what is said to whoever may not.</summary>
public sealed class CredentialTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_signature_for_the_account_opens_its_tables()
    {
        await using var store = Open($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={AccountSignature("rwdlacu")}", Azurite.NewTable());
        await store.Prepare();
        Assert.Equal(CommitResult.Committed, await store.Commit("s", [new Insert("k", default)]));
        Assert.Equal("k", Assert.Single(await store.Scan("s", "", "~")).Key);
        await using var reader = Open($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={AccountSignature("r")}", Azurite.NewTable());
        await Assert.ThrowsAsync<SetupException>(() => reader.Prepare());
    }

    /// <summary>Only reads here: the emulator takes the address of a transaction for the name of a table.</summary>
    [Fact]
    public async Task A_signature_for_one_table_that_may_not_make_tables_is_enough()
    {
        var table = Azurite.NewTable();
        await using (var owner = await azurite.Open(table))
            await owner.Commit("s", [new Insert("k", default)]);
        await using var store = Open($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={Signature(table)}", table);
        await store.Prepare();
        Assert.NotNull(await store.Read("s", "k"));
        await using var foreign = Open($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={Signature("another")}", table);
        await Assert.ThrowsAsync<StoreUnavailable>(async () => await foreign.Read("s", "k"));
    }

    [Fact]
    public async Task A_wrong_key_stops_the_start_with_a_sentence_and_without_the_key()
    {
        var wrong = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        await using var store = Open($"AccountName={Azurite.Account};AccountKey={wrong};TableEndpoint={azurite.Endpoint}", "hotline");
        var refused = await Assert.ThrowsAsync<SetupException>(() => store.Prepare());
        Assert.Contains("Storage Table Data Contributor", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://account.table.core.windows.net", "https")]
    [InlineData("AccountName=a;AccountKey=secret!!", "no AccountKey that can be read")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://10.0.0.1/a", "has to begin with https")]
    [InlineData("secret nonsense", "has to be the https address")]
    public void A_place_that_is_none_is_said_without_quoting_it(string place, string says)
    {
        var refused = Assert.Throws<SetupException>(() => Open(place, "hotline"));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_account_the_store_is_a_file() => Assert.Null(StorageSettings.Read(_ => null, "Account", "hotline"));

    private static TableStore Open(string place, string table) => StorageSettings.Read(name => name == "Account" ? place : null, "Account", table)!.Open();

    /// <summary>"Create an account SAS".</summary>
    private static string AccountSignature(string permissions)
    {
        var expiry = Expiry();
        var text = $"{Azurite.Account}\n{permissions}\nt\nsco\n\n{expiry}\n\nhttps,http\n2019-02-02\n";
        return $"sv=2019-02-02&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(expiry)}&spr=https%2Chttp&sig={Signed(text)}";
    }

    private static string Expiry() => DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Signed(string text) => Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Azurite.Key), Encoding.UTF8.GetBytes(text))));

    /// <summary>A service signature as the portal makes it ("Create a service SAS").</summary>
    private static string Signature(string table)
    {
        var expiry = Expiry();
        var text = $"raud\n\n{expiry}\n/table/{Azurite.Account}/{table}\n\n\nhttps,http\n2019-02-02\n\n\n\n";
        return $"sv=2019-02-02&tn={table}&sp=raud&se={Uri.EscapeDataString(expiry)}&spr=https%2Chttp&sig={Signed(text)}";
    }
}

using System.Runtime.Versioning;
using System.Text;
using Hotline.Functions;
using Hotline.Functions.Keys;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Keys;

[UnsupportedOSPlatform("windows")]
public sealed class KeyRingTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Scratch scratch = new();

    private string Path => scratch.Path("keys");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_new_ring_has_a_key_for_each_purpose_and_no_key_twice()
    {
        var ring = KeyRing.OpenOrCreate(Path, dataExists: false);
        var secrets = Enum.GetValues<KeyPurpose>().Select(purpose => Convert.ToHexString(ring.Current(purpose).Secret)).ToList();
        Assert.Equal(5, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.Equal(2 * Key.Length, secret.Length));
    }

    [Fact]
    public void Opened_again_the_keys_are_the_same()
    {
        var first = KeyRing.OpenOrCreate(Path, dataExists: false);
        var second = KeyRing.OpenOrCreate(Path, dataExists: true);
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            Assert.Equal(first.Current(purpose).Id, second.Current(purpose).Id);
            Assert.True(first.Current(purpose).Secret.SequenceEqual(second.Current(purpose).Secret));
            Assert.Equal(first.Current(purpose).Created, second.Current(purpose).Created);
        }
    }

    [Fact]
    public void Only_the_owner_may_read_the_file()
    {
        KeyRing.OpenOrCreate(Path, dataExists: false);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal([Path], Directory.GetFiles(scratch.Folder));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_open_is_refused(UnixFileMode too)
    {
        KeyRing.OpenOrCreate(Path, dataExists: false);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | too);
        var refusal = Assert.Throws<SetupException>(() => KeyRing.OpenOrCreate(Path, dataExists: true));
        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_without_its_keys_stops_the_start_and_names_the_file()
    {
        var refusal = Assert.Throws<SetupException>(() => KeyRing.OpenOrCreate(Path, dataExists: true));
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"keys\":[]}")]
    [InlineData("{\"keys\":[{\"id\":\"00000000\",\"purpose\":\"Seal\",\"key\":\"c2VjcmV0\",\"created\":\"2026-11-22\"}]}")]
    [InlineData("{\"keys\":[{\"id\":1,\"purpose\":null,\"key\":true,\"created\":[]}]}")]
    public void A_damaged_file_is_refused_without_quoting_it(string content)
    {
        KeyRing.OpenOrCreate(Path, dataExists: false);
        File.WriteAllText(Path, content);
        var refusal = Assert.Throws<SetupException>(() => KeyRing.OpenOrCreate(Path, dataExists: true));
        Assert.DoesNotContain("c2VjcmV0", refusal.ToString(), StringComparison.Ordinal);
        Assert.Null(refusal.InnerException);
    }

    [Fact]
    public void Each_missing_purpose_is_noticed()
    {
        var ring = KeyRing.OpenOrCreate(Path, dataExists: false);
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            KeyFile.Write(Path, [.. ring.All.Where(key => key.Purpose != purpose)], replace: true);
            Assert.Throws<SetupException>(() => KeyRing.OpenOrCreate(Path, dataExists: true));
        }
    }

    [Fact]
    public void Rotation_gives_a_new_current_key_and_keeps_the_old_one()
    {
        var old = KeyRing.OpenOrCreate(Path, dataExists: false);
        var rotated = old.WithNew(KeyPurpose.Seal, Today);
        rotated.Save(Path);
        var read = KeyRing.OpenOrCreate(Path, dataExists: true);
        Assert.NotEqual(old.Current(KeyPurpose.Seal).Id, read.Current(KeyPurpose.Seal).Id);
        Assert.Equal(Today, read.Current(KeyPurpose.Seal).Created);
        Assert.NotNull(read.Find(old.Current(KeyPurpose.Seal).Id));
        Assert.Equal([read.Current(KeyPurpose.Seal).Id, old.Current(KeyPurpose.Seal).Id], read.Of(KeyPurpose.Seal).Select(key => key.Id));
        Assert.Equal(old.Current(KeyPurpose.Turn).Id, read.Current(KeyPurpose.Turn).Id);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void The_opt_out_key_is_never_rotated() =>
        Assert.Throws<ArgumentException>(() => KeyRing.OpenOrCreate(Path, dataExists: false).WithNew(KeyPurpose.OptOut, Today));

    [Fact]
    public void A_key_does_not_print_itself()
    {
        var key = KeyRing.OpenOrCreate(Path, dataExists: false).Current(KeyPurpose.Seal);
        Assert.DoesNotContain(Convert.ToBase64String(key.Secret), key.ToString(), StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(key.Secret), Encoding.UTF8.GetString(File.ReadAllBytes(Path)).Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_says_what_to_do() =>
        Assert.Contains("writable", Assert.Throws<SetupException>(() => KeyRing.OpenOrCreate("/proc/nowhere/keys", dataExists: false)).Message, StringComparison.Ordinal);
}

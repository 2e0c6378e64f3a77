using System.Text;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Keys;

public sealed class SealerTests : IDisposable
{
    private const string Planted = "ខ្ញុំឈ្មោះ សុភា ។ planted narrative 7731";

    private readonly Scratch scratch = new();

    private readonly KeyRing ring;

    public SealerTests() => ring = KeyRing.OpenOrCreate(scratch.Path("keys"), dataExists: false);

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(StoreLimits.BodyBytes - Sealer.Overhead)]
    public void A_sealed_body_opens_in_its_place(int size)
    {
        var plain = new byte[size];
        new Random(size).NextBytes(plain);
        var sealer = new Sealer(ring);
        var body = sealer.Seal("07", "report|x", plain);
        Assert.Equal(plain, sealer.Open("07", "report|x", body));
        Assert.True(size < 16 || body.AsSpan().IndexOf(plain) < 0);
    }

    [Fact]
    public void Two_seals_of_one_text_differ()
    {
        var sealer = new Sealer(ring);
        var bodies = Enumerable.Range(0, 1_000).Select(_ => Convert.ToHexString(sealer.Seal("00", "k", "same"u8))).ToHashSet();
        Assert.Equal(1_000, bodies.Count);
    }

    [Fact]
    public void Ten_thousand_flipped_bits_are_all_refused()
    {
        var random = new Random(1);
        var sealer = new Sealer(ring);
        for (var i = 0; i < 10_000; i++)
        {
            var body = sealer.Seal("00", "k", Encoding.UTF8.GetBytes(Planted));
            body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Null(sealer.Open("00", "k", body));
        }
    }

    [Fact]
    public void Ten_thousand_moved_bodies_are_all_refused()
    {
        var sealer = new Sealer(ring);
        for (var i = 0; i < 10_000; i++)
        {
            var body = sealer.Seal("12", $"session|{i}", "text"u8);
            Assert.Null(i % 3 == 0 ? sealer.Open("13", $"session|{i}", body) : sealer.Open("12", $"session|{(i % 3 == 1 ? i + 1 : i / 10 + 1_000_000)}", body));
            Assert.NotNull(sealer.Open("12", $"session|{i}", body));
        }
    }

    [Fact]
    public void A_border_moved_between_shard_and_key_is_refused()
    {
        var sealer = new Sealer(ring);
        var body = sealer.Seal("ab", "c", "text"u8);
        Assert.Null(sealer.Open("a", "bc", body));
        Assert.Null(sealer.Open("abc", "", body));
    }

    [Fact]
    public void A_body_cut_anywhere_is_refused()
    {
        var sealer = new Sealer(ring);
        var body = sealer.Seal("00", "k", "some text"u8);
        for (var length = 0; length < body.Length; length++)
            Assert.Null(sealer.Open("00", "k", body.AsSpan(0, length)));
        Assert.Null(sealer.Open("00", "k", [.. body, 0]));
    }

    [Fact]
    public void Old_bodies_open_after_rotation_and_new_ones_use_the_new_key()
    {
        var old = new Sealer(ring).Seal("00", "k", "old"u8);
        var rotated = ring.WithNew(KeyPurpose.Seal, new DateOnly(2026, 11, 22));
        var sealer = new Sealer(rotated);
        Assert.Equal("old"u8.ToArray(), sealer.Open("00", "k", old));
        var fresh = sealer.Seal("00", "k", "new"u8);
        Assert.Equal("new"u8.ToArray(), sealer.Open("00", "k", fresh));
        Assert.Null(new Sealer(ring).Open("00", "k", fresh));
    }

    [Fact]
    public void Another_rings_body_is_refused()
    {
        var other = KeyRing.OpenOrCreate(scratch.Path("other"), dataExists: false);
        Assert.Null(new Sealer(other).Open("00", "k", new Sealer(ring).Seal("00", "k", "text"u8)));
    }

    [Fact]
    public void Many_threads_seal_and_open_without_harm()
    {
        var sealer = new Sealer(ring);
        Parallel.For(0, 20_000, i => Assert.Equal(BitConverter.GetBytes(i), sealer.Open("00", $"{i}", sealer.Seal("00", $"{i}", BitConverter.GetBytes(i)))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Planted_text_is_in_no_file_when_sealed_and_is_found_when_it_is_not(bool isSealed)
    {
        var plain = Encoding.UTF8.GetBytes(Planted);
        await using var store = SqliteStore.Open(scratch.Path("hotline.db"));
        for (var i = 0; i < 50; i++)
        {
            var key = $"report|{i}";
            await store.Commit("00", [new Insert(key, isSealed ? new Sealer(ring).Seal("00", key, plain) : plain)]);
        }

        Assert.Equal(!isSealed, scratch.Holds(plain));
        Assert.Equal(!isSealed, scratch.Holds("planted narrative"u8));
        Assert.True(scratch.Holds("report|49"u8), "The search must find what is there.");
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Functions.Keys;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Keys;

public sealed class PseudonymsTests : IDisposable
{
    private const string Number = "+85512000111";

    private readonly Scratch scratch = new();

    private readonly KeyRing ring;

    public PseudonymsTests() => ring = KeyRing.OpenOrCreate(scratch.Path("keys"), dataExists: false);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_number_has_one_name_under_one_key_and_another_under_another()
    {
        Assert.Equal(new Pseudonyms(ring).OfNumber(Number), new Pseudonyms(ring).OfNumber(Number));
        var rotated = ring.WithNew(KeyPurpose.Pseudonym, new DateOnly(2026, 11, 22));
        Assert.NotEqual(new Pseudonyms(ring).OfNumber(Number), new Pseudonyms(rotated).OfNumber(Number));
        Assert.Equal(new Pseudonyms(ring).OfNumber(Number), new Pseudonyms(rotated).OfNumber(Number, rotated.Of(KeyPurpose.Pseudonym)[^1]));
        Assert.Equal(new Pseudonyms(ring).OfOptOut(Number), new Pseudonyms(rotated).OfOptOut(Number));
    }

    [Fact]
    public void The_same_text_has_another_name_in_each_domain()
    {
        var names = new Pseudonyms(ring);
        string[] all = [names.OfNumber("x").Value, names.OfCall("x").Value, names.OfTurn("x"), names.OfReceipt("x"), names.OfOptOut("x")];
        Assert.Equal(5, all.Distinct().Count());
        Assert.NotEqual(names.OfNumber("call:x"), names.OfCall("x"));
    }

    [Fact]
    public void A_name_is_the_keyed_hash_and_not_a_plain_one()
    {
        var names = new Pseudonyms(ring);
        var keyed = HMACSHA256.HashData(ring.Current(KeyPurpose.Pseudonym).Secret, Encoding.UTF8.GetBytes("number:" + Number));
        Assert.Equal(CallerId.Of(keyed), names.OfNumber(Number));
        Assert.NotEqual(CallerId.Of(SHA256.HashData(Encoding.UTF8.GetBytes("number:" + Number))), names.OfNumber(Number));
    }

    [Fact]
    public void A_name_is_22_characters_that_a_key_of_a_row_can_hold()
    {
        var names = new Pseudonyms(ring);
        for (var i = 0; i < 2_000; i++)
        {
            var caller = names.OfNumber($"+8551{i:0000000}");
            Assert.Equal(22, caller.Value.Length);
            Assert.All(caller.Value, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
            Assert.Equal(caller, CallerId.Parse(caller.Value));
        }
    }

    [Fact]
    public void Callers_spread_over_all_shards()
    {
        var names = new Pseudonyms(ring);
        var counts = Enumerable.Range(0, 32_000).GroupBy(i => names.OfNumber($"+8551{i:0000000}").Shard).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(CallerId.AllShards.Order(), counts.Keys.Order());
        Assert.Equal(("00", "1f"), (counts.Keys.Min(StringComparer.Ordinal), counts.Keys.Max(StringComparer.Ordinal)));
        Assert.All(counts.Values, count => Assert.InRange(count, 800, 1_200));
        Assert.Equal("1f", CallerId.Of([0xFF, .. new byte[15]]).Shard);
        Assert.Equal("10", CallerId.Of([0x80, .. new byte[15]]).Shard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+85512000111")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA/")]
    public void What_is_no_name_is_not_taken_for_one(string text) => Assert.Null(CallerId.Parse(text));

    [Fact]
    public void A_hundred_thousand_names_are_all_different()
    {
        var names = new Pseudonyms(ring);
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(i => names.OfTurn(i.ToString(CultureInfo.InvariantCulture))).Distinct().Count());
    }

    [Fact]
    public void A_key_of_another_purpose_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new Pseudonyms(ring).OfNumber(Number, ring.Current(KeyPurpose.Turn)));

    [Fact]
    public void A_long_text_is_named_too() => Assert.Equal(22, new Pseudonyms(ring).OfTurn(new string('ក', 100_000)).Length);
}

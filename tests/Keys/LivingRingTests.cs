using Hotline.Functions;
using Hotline.Functions.Keys;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>A rotation reaches every process without a restart.</summary>
public sealed class LivingRingTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
    private readonly CountedKeys source;
    private readonly KeyRing first;

    public LivingRingTests()
    {
        source = new CountedKeys(new FileKeys(scratch.Path("keys")));
        first = source.OpenOrCreate(() => false, clock);
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_new_key_is_used_from_its_second_on_and_not_before()
    {
        using var ring = Process();
        Rotate(KeyPurpose.Seal);
        clock.Advance(LivingRing.Every);
        ring.Look();
        Assert.Equal(first.Current(KeyPurpose.Seal).Id, ring.Now.Current(KeyPurpose.Seal).Id);
        clock.Advance(LivingRing.Every - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Current(KeyPurpose.Seal).Id, ring.Now.Current(KeyPurpose.Seal).Id);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Current(KeyPurpose.Seal).Id, ring.Now.Current(KeyPurpose.Seal).Id);
        Assert.Same(ring.Now, ring.Now);
    }

    [Fact]
    public void A_process_rereads_every_five_minutes_and_not_more_often()
    {
        using var ring = Process();
        var before = source.Reads;
        for (var second = 0; second < 3600; second += 15)
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            ring.Look();
        }

        Assert.Equal(12, source.Reads - before);
    }

    [Fact]
    public void What_another_process_sealed_with_a_key_that_is_not_known_yet_opens_at_once()
    {
        using var behind = Process();
        Rotate(KeyPurpose.Seal, atOnce: true);
        using var ahead = Process();
        var body = new Sealer(ahead).Seal("00", "k", "text"u8);
        var before = source.Reads;
        Assert.Equal("text"u8.ToArray(), new Sealer(behind).Open("00", "k", body));
        Assert.Equal(1, source.Reads - before);
    }

    [Fact]
    public void A_body_of_an_unknown_key_makes_a_process_ask_once_in_a_few_seconds()
    {
        using var ring = Process();
        var sealer = new Sealer(ring);
        byte[] foreign = [1, 0xDE, 0xAD, 0xBE, 0xEF, .. new byte[60]];
        var before = source.Reads;
        for (var i = 0; i < 1000; i++)
            Assert.Null(sealer.Open("00", "k", foreign));
        Assert.Equal(1, source.Reads - before);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(sealer.Open("00", "k", foreign));
        Assert.Equal(2, source.Reads - before);
    }

    [Fact]
    public void While_the_source_is_broken_the_keys_at_hand_are_used_and_it_is_asked_again_soon()
    {
        using var ring = Process();
        var before = ring.Now;
        Rotate(KeyPurpose.Turn, atOnce: true);
        source.Broken = true;
        clock.Advance(LivingRing.Every);
        ring.Look();
        Assert.Same(before, ring.Now);
        source.Broken = false;
        clock.Advance(TimeSpan.FromSeconds(15));
        ring.Look();
        Assert.NotEqual(before.Current(KeyPurpose.Turn).Id, ring.Now.Current(KeyPurpose.Turn).Id);
    }

    [Fact]
    public async Task Of_twenty_rotations_at_once_no_key_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => new FileKeys(scratch.Path("keys")).Change(ring => ring.WithNew((KeyPurpose)(i % 4), new DateOnly(2026, 11, 22))))));
        Assert.Equal(25, source.Read().All.Count);
    }

    [Fact]
    public void A_second_rotation_at_once_is_not_undone_when_the_first_ones_time_comes()
    {
        using var ring = Process();
        Rotate(KeyPurpose.Seal);
        Rotate(KeyPurpose.Seal, atOnce: true);
        Assert.True(ring.Reread());
        var newest = ring.Now.Current(KeyPurpose.Seal).Id;
        Assert.Equal(ring.Now.Of(KeyPurpose.Seal)[0].Id, newest);
        clock.Advance(LivingRing.Notice);
        Assert.Equal(newest, ring.Now.Current(KeyPurpose.Seal).Id);
    }

    [Fact]
    public void Keys_of_the_environment_are_read_and_a_rotation_says_in_one_sentence_what_to_do()
    {
        var keys = new EnvironmentKeys(Convert.ToBase64String(File.ReadAllBytes(scratch.Path("keys"))));
        Assert.Equal(first.All.Select(key => key.Id), keys.Read().All.Select(key => key.Id));
        Assert.Contains("Hotline__Keys", Assert.Throws<SetupException>(() => keys.Change(ring => ring)).Message, StringComparison.Ordinal);
        foreach (var broken in new[] { "%", "e30=", Convert.ToBase64String("{\"keys\":[{\"key\":\"c2VjcmV0\"}]}"u8) })
            Assert.DoesNotContain("c2VjcmV0", Assert.Throws<SetupException>(() => new EnvironmentKeys(broken).Read()).ToString(), StringComparison.Ordinal);
    }

    private LivingRing Process() => new(source, source.Read(), clock);

    private void Rotate(KeyPurpose purpose, bool atOnce = false)
    {
        var now = clock.GetUtcNow();
        source.Change(ring => ring.WithNew(purpose, DateOnly.FromDateTime(now.UtcDateTime), atOnce ? now : now + LivingRing.Notice));
    }
}

using Hotline.Functions.Webhooks;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Webhooks;

public sealed class ForgeryTests(ITestOutputHelper output)
{
    private const int OfEach = 250;
    private const int Cuts = 20_000;

    public static TheoryData<string> PlainClasses => [.. Forger.Plain.Keys];

    public static TheoryData<string> ShiftedClasses => [.. Forger.Shifted.Keys];

    [Theory]
    [MemberData(nameof(PlainClasses))]
    public void No_forged_request_is_accepted(string forgery)
    {
        var chance = new Random(101);
        for (int i = 0; i < OfEach; i++)
        {
            var forged = Forger.Plain[forgery](chance);
            Assert.True(forged.Read() is Refused, $"{forgery}: {forged.Provider} {forged.Kind} {forged.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(ShiftedClasses))]
    public void No_moved_boundary_is_accepted_though_its_signature_is_valid(string forgery)
    {
        var chance = new Random(102);
        for (int i = 0; i < OfEach; i++)
        {
            var (before, after) = Forger.Shifted[forgery](chance);
            // The control: it is the same signed text, cut in another way, and the official algorithm takes it.
            Assert.Equal(before.Target + before.Text, after.Target + after.Text);
            Assert.NotEqual(before.Fields.OrderBy(pair => pair.Key), after.Fields.OrderBy(pair => pair.Key));
            Assert.Equal(Signed.Signature(Signed.Token, Signed.Origin + after.Target, after.Fields), after.Header);
            Assert.True(after.Read() is Refused { Status: 400 or 403 }, $"{forgery}: {after.Target} {string.Join(" | ", after.Fields)}");
        }
    }

    [Fact]
    public void There_are_ten_thousand_forgeries_or_more() =>
        Assert.InRange((Forger.Plain.Count + Forger.Shifted.Count) * OfEach, 10_000, int.MaxValue);

    [Fact]
    public void However_a_signed_text_is_cut_it_is_refused_or_means_the_same()
    {
        var chance = new Random(103);
        int naive = 0, same = 0, refused = 0;
        var misread = new List<string>();
        for (int i = 0; i < Cuts; i++)
        {
            var before = Cutter.Sent(chance);
            if (Cutter.Cut(chance, before) is not { } after)
                continue;
            Assert.Equal(before.Text, after.Text);
            var read = after.Read();
            if (read is Accepted { Received: var received })
            {
                same++;
                var meant = Cutter.Meaning(before);
                if (meant != Cutter.Meaning(received))
                    misread.Add($"{string.Join(" | ", after.Fields)}\nwas {meant}\nnow {Cutter.Meaning(received)}");
            }
            else
            {
                refused++;
                naive += Cutter.IsTakenNaively(after) && Cutter.Meaning(after) != Cutter.Meaning(before) ? 1 : 0;
            }
        }

        Assert.True(misread.Count == 0, $"{misread.Count} misread, such as\n{string.Join('\n', misread.Take(5))}");
        output.WriteLine($"{same} read the same, {refused} refused, {naive} of them a trap for a naive reader");
        // The control: who checks the signature and the shapes alone would have been led astray hundreds of times.
        Assert.InRange(naive, 50, int.MaxValue);
        Assert.InRange(same, 100, int.MaxValue);
        Assert.InRange(refused, 1000, int.MaxValue);
    }
}

using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Reading;

/// <summary>Bounds ten times above what a slow shared machine showed, so that only a change of kind breaks them; the output has the figures.</summary>
public class SpeedTests(ITestOutputHelper output)
{
    private const string Story =
        "ខ្ញុំមកធ្វើការនៅទីនេះបីខែហើយ ថៅកែមិនបើកប្រាក់ខែឲ្យទេ ខ្ញុំចង់ត្រឡប់ទៅផ្ទះវិញ តែអត់មានលុយ សូមប្រាប់ថាត្រូវធ្វើដូចម្តេច អរគុណបង";

    [Fact]
    public void A_digit_costs_nanoseconds()
    {
        Assert.True(Nanoseconds("choice", 200_000, () => Data.Reader.Choice("2", 4)) < 1_000);
        Assert.True(Nanoseconds("yes or no", 200_000, () => Data.Reader.YesNo("y")) < 1_000);
    }

    [Fact]
    public void A_story_is_searched_in_microseconds()
    {
        Assert.InRange(Story.Length, 115, 135);
        Assert.False(Data.Words.Contains("danger", Story));
        Assert.True(Nanoseconds("danger", 5_000, () => Data.Words.Contains("danger", Story)) < 100_000);
        Assert.True(Nanoseconds("whole", 5_000, () => Data.Words.IsWhole("stop", Story[..95])) < 100_000);
    }

    private double Nanoseconds(string what, int times, Action act)
    {
        for (var i = 0; i < times; i++)
            act();
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
                act();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalNanoseconds / times);
        }
        output.WriteLine($"{what}: {best:F0} ns");
        return best;
    }
}

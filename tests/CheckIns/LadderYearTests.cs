using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.CheckIns;

/// <summary>A year of thousands of clients whose days, words, faults and caseworkers are drawn; and the same with a fault planted for each promise, which has to be noticed.</summary>
public sealed class LadderYearTests(ITestOutputHelper output)
{
    private const int Clients = 3000, Planted = 150;

    [Fact]
    public void A_year_of_clients_breaks_no_promise()
    {
        var broken = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int contacts = 0, reaches = 0, raises = 0, supervisors = 0;
        for (var seed = 0; seed < Clients; seed++)
        {
            var year = new LadderYear(seed);
            year.Live();
            (contacts, reaches, raises, supervisors) = (contacts + year.Contacts, reaches + year.Watch.Reaches, raises + year.Watch.Raises, supervisors + year.Watch.Supervisors);
            foreach (var (promise, times) in year.Watch.Broken)
                broken[$"{promise}, first at {seed}"] = times;
        }

        output.WriteLine($"{Clients} clients, {contacts} contacts, {reaches} texts and calls, {raises} told to caseworkers and supervisors, {supervisors} of them to supervisors");
        Assert.Equal([], broken.Take(20).Select(item => $"{item.Key}: {item.Value}"));
        Assert.True(contacts > 5 * Clients && reaches > contacts && supervisors > Clients / 2, "The year was too quiet to show anything.");
    }

    public static TheoryData<string> Faults => [.. LadderFault.All.Select(fault => fault.Promise)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_ladder_with_this_fault_is_noticed(string promise) =>
        Assert.Contains(Enumerable.Range(0, Planted), seed =>
        {
            var year = new LadderYear(seed, LadderFault.All.Single(fault => fault.Promise == promise));
            year.Live();
            return year.Watch.Broken.ContainsKey(promise);
        });
}

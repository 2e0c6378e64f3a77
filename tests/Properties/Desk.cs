using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>What receipts open while people talk at random. One is there from the beginning, so that codes are typed that open something.</summary>
internal sealed class Desk(Random random)
{
    public const string Always = "1234567890123450";

    private readonly List<string> live = [Always];

    public string Any => live[random.Next(live.Count)];

    public Found Find(Lookup lookup) => random.Next(20) == 0 ? Found.Wait(DateTimeOffset.MaxValue)
        : !live.Contains(lookup.Receipt) ? Found.Nothing
        : new Found(true, null, random.Next(2) == 0, [.. Enumerable.Range(0, random.Next(5)).Select(Answer)], "nobody", random.Next(3) switch { 0 => "yes", 1 => "no", _ => null });

    public void See(Step step)
    {
        live.AddRange(step.Effects<Effect.FileReport>().Select(file => file.Report.Receipt));
        foreach (var withdrawn in step.Effects<Effect.AmendReport>().Where(amend => amend.Amendment is Amendment.Withdrawal && amend.Receipt != Always))
            live.Remove(withdrawn.Receipt);
    }

    private Reply Answer(int nth) => random.Next(3) switch
    {
        0 => new Reply(DateOnly.MinValue, null, "យើងនឹងជួបអ្នក ថ្ងៃពុធ"),
        1 => new Reply(DateOnly.MinValue, "a-preset-that-is-gone", null),
        _ => new Reply(DateOnly.MinValue, nth % 2 == 0 ? "call-us" : "tell-more", null),
    };
}

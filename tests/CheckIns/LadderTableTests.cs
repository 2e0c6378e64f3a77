using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>The ladder as a table, and how it goes for one client: tests/CheckIns/ladder.txt, to be read by whoever decides about it. HOTLINE_ACCEPT=1 writes it anew.</summary>
public sealed class LadderTableTests
{
    private static readonly string File = Repository.File("tests", "CheckIns", "ladder.txt");

    private static readonly (string Name, Func<ContactTry, TryEnd> End)[] Endings =
    [
        ("nobody answers", _ => TryEnd.NoAnswer),
        ("nobody knows whether anything goes out", _ => TryEnd.Unknown),
        ("nothing can be sent", _ => TryEnd.NotSent),
        ("no texts to this number", made => made.By == Channel.Text ? TryEnd.Refused : TryEnd.NoAnswer),
        ("no such number", _ => TryEnd.Refused),
        ("the phone has opted out", _ => TryEnd.OptedOut),
        ("somebody else takes the calls", made => made.By == Channel.Voice ? TryEnd.AnsweredWithoutWord : TryEnd.NoAnswer),
    ];

    [Fact]
    public void The_ladder_goes_as_written_down()
    {
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("HOTLINE_ACCEPT") == "1")
            System.IO.File.WriteAllText(File, drawn);
        else
            Assert.Equal(System.IO.File.ReadAllText(File), drawn);
    }

    [Fact]
    public void The_authors_guide_has_the_same_table()
    {
        var guide = System.IO.File.ReadAllText(Repository.File("flows", "README.md"));
        Assert.All(Ladder.Rules, rule => Assert.Contains($"| {rule.Rung.ToString().ToLowerInvariant()} | {rule.Whom} | {rule.When} | {rule.Why} |\n", guide, StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Rung>(), Ladder.Rules.Select(rule => rule.Rung));
    }

    /// <summary>What the table says in words is what the clocks are.</summary>
    [Fact]
    public void The_words_of_the_table_name_the_clocks()
    {
        string When(Rung rung) => Ladder.Rules.Single(rule => rule.Rung == rung).When;
        Assert.Contains($"{Ladder.MostSpread.TotalMinutes:0} minutes", When(Rung.First), StringComparison.Ordinal);
        Assert.Contains($"{Ladder.LeastGap.TotalMinutes:0} minutes at least", When(Rung.Again), StringComparison.Ordinal);
        Assert.Contains($"{Ladder.Room.TotalMinutes:0} minutes are left", When(Rung.Again), StringComparison.Ordinal);
        Assert.Contains($"{Ladder.UntilSupervisor.TotalHours:0} hours", When(Rung.Supervisor), StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<RaiseReason>().Select(reason => reason.Name()).Order(), Ladder.Rules.Single(rule => rule.Rung == Rung.Caseworker).Why.Split(", ").Order());
    }

    private static string Draw()
    {
        List<string> text = [];
        foreach (var rule in Ladder.Rules)
            text.Add($"{rule.Rung.ToString().ToLowerInvariant()}\n  whom: {rule.Whom}\n  when: {rule.When}\n  why:  {rule.Why}\n");
        text.Add("\nTuesdays and Thursdays, 18:00 to 20:00, by text and call; planned on Tuesday 10 and Tuesday 31 March.\n");
        for (var tries = 1; tries <= Enrolment.MostTries; tries++)
            Go(text, $"{tries} {(tries == 1 ? "try" : "tries")}, nobody answers", Enrolments.Good with { Tries = tries }, _ => TryEnd.NoAnswer);
        foreach (var (name, end) in Endings.Skip(1))
            Go(text, $"3 tries, {name}", Enrolments.Good, end);
        foreach (var (name, end) in Endings.Where(ending => ending.Name is "nobody answers" or "somebody else takes the calls"))
            Go(text, $"3 tries, calls alone, {name}", Enrolments.Good with { Channel = Reach.Voice }, end);
        Go(text, "3 tries, half an hour on Tuesdays, nobody answers", Enrolments.Good with { Weekdays = [DayOfWeek.Tuesday], To = new TimeOnly(18, 30) }, _ => TryEnd.NoAnswer);
        Go(text, "5 tries, every day from 8 to 20, nobody answers", Enrolments.Good with { Weekdays = Enum.GetValues<DayOfWeek>(), From = new TimeOnly(8, 0), Tries = 5 }, _ => TryEnd.NoAnswer);
        Go(text, "3 tries, every week, nobody answers", Enrolments.Good with { Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Thursday] }, _ => TryEnd.NoAnswer, new Cadence([new Step(1, false)], new Step(1, false)));
        return string.Concat(text);
    }

    private static void Go(List<string> text, string name, Enrolment enrolment, Func<ContactTry, TryEnd> end, Cadence? cadence = null)
    {
        var agreed = enrolment with { Cadence = cadence ?? new Cadence([new Step(1, false)], new Step(3, false)) };
        var walk = new LadderWalk(new Client { Id = "bcdfgh", Enrolment = agreed, DoneUpTo = LadderWalk.At("03-02 00:00") }) { End = end, Format = "ddd dd MMM HH:mm" };
        var lines = walk.Until(LadderWalk.At("03-28 00:00"));
        // A line that is tried again every five minutes is told once.
        var shown = lines.Where((line, i) => i == 0 || i == lines.Count - 1 || line[17..] != lines[i - 1][17..] || line[..6] != lines[i - 1][..6]);
        text.Add($"\n{name}\n  {string.Join("\n  ", shown)}\n");
    }
}

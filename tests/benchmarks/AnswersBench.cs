using System.Globalization;
using Hotline.Functions.Setup;
using Hotline.Localization.Answers;

namespace Hotline.Benchmarks;

/// <summary>
/// Finding an answer in the full bank, by kind and length of question, beside two things one would write first, in the same process and round
/// by round in turn, in CPU time. Before that: what reading the bank, building the finder and the first question of all cost.
/// </summary>
internal static class AnswersBench
{
    private const int Rounds = 7;
    private const int Most = 150;

    private static readonly string[] Sets = ["questions-tune", "questions-tune-2", "questions-tune-3", "questions-tune-4", "questions-tune-5", "questions-held", "fresh-tuned", "fresh-held"];

    /// <summary>In none of these is a question that stands in the bank as it is.</summary>
    private static readonly string[] Unseen = ["questions-held", "fresh-tuned", "fresh-held"];

    public static void Run()
    {
        AnswerBank bank = null!;
        var read = Timed(() => bank = DataFiles.Answers());
        var cold = Timed(() => First(bank));
        var (readAgain, built) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            readAgain.Add(Timed(() => bank = DataFiles.Answers()));
            built.Add(Timed(() => First(bank)));
        }

        bank = null!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        bank = DataFiles.Answers();
        var afterBank = GC.GetTotalMemory(forceFullCollection: true);
        var finder = new AnswerFinder(bank);
        finder.Find("x");
        var afterFinder = GC.GetTotalMemory(forceFullCollection: true);
        var pieces = new PieceFinder(bank);
        KeywordFinder keywords = null!;
        var makeKeywords = Timed(() => keywords = new KeywordFinder());
        Line($"{bank.All.Count} answers, {pieces.Asks} ways of asking, {keywords.Patterns} meanings");
        Line($"reading the bank: {read:F0} ms the first time, {Median(readAgain):F1} ms when the code is warm, {(afterBank - before) >> 10} KB kept");
        Line($"the first question of all, finder built: {cold:F0} ms the first time, {Median(built):F1} ms when the code is warm, {(afterFinder - afterBank) >> 10} KB kept (the patterns: {makeKeywords:F0} ms)");
        Line($"right at once, {Questions.Read(Unseen).Count} questions that are not in the bank: ours {Right(text => finder.Find(text).Best is [var best, ..] ? best.Entry.Id : null):P0}, pieces {Right(pieces.Find):P0}");
        Line($"| kind | questions | units | ours µs | bytes | pieces of letters µs (times ours) | patterns µs (times ours) |");
        Line($"|---|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in Questions.Read(Sets).GroupBy(question => question.Kind).Where(kind => kind.Count() > 100).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var texts = kind.Select(question => question.Text).Take(Most).ToList();
            Row(kind.Key, texts, finder, pieces, keywords);
            Row(kind.Key, Questions.Long(texts), finder, pieces, keywords);
        }
    }

    private static FoundAnswers First(AnswerBank bank) => new AnswerFinder(bank).Find("តើធ្វើប៉ាស្ព័រនៅឯណា");

    private static void Row(string kind, IReadOnlyList<string> texts, AnswerFinder finder, PieceFinder pieces, KeywordFinder keywords)
    {
        var kept = 0;
        var (ours, ofPieces, ofKeywords) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds + 3; round++)
        {
            ours.Add(Each(texts, text => kept += finder.Find(text).Best.Count));
            ofPieces.Add(Each(texts, text => kept += pieces.Find(text) is null ? 0 : 1));
            ofKeywords.Add(Each(texts, text => kept += keywords.Find(text)));
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            kept += finder.Find(text).Best.Count;
        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / texts.Count;
        // The first rounds are the compiler's.
        var (a, b, c) = (Median(ours.Skip(3)), Median(ofPieces.Skip(3)), Median(ofKeywords.Skip(3)));
        GC.KeepAlive(kept);
        Line($"| {kind} | {texts.Count} | {texts.Average(text => text.Length):F0} | {a:F1} | {bytes:N0} | {b:F0} ({b / a:F1}) | {c:F0} ({c / a:F1}) |");
    }

    /// <returns>Microseconds of this process's CPU time each.</returns>
    private static double Each(IReadOnlyList<string> texts, Action<string> find)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        foreach (var text in texts)
            find(text);
        return (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / texts.Count;
    }

    private static double Right(Func<string, string?> find)
    {
        var questions = Questions.Read(Unseen);
        return questions.Count(question => find(question.Text) is { } id ? question.Answers.Contains(id) : question.Answers.Count == 0) / (double)questions.Count;
    }

    /// <returns>Milliseconds of CPU time.</returns>
    private static double Timed(Action make)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        make();
        return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> all) => all.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

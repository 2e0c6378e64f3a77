using Hotline.Functions.Setup;
using Hotline.Localization.Answers;

namespace Hotline.Tests.Answers;

/// <summary>The bank that the program ships, and the questions and replies it is judged by.</summary>
internal static class Bank
{
    public static AnswerBank Shipped { get; } = DataFiles.Answers();

    public static AnswerFinder Finder { get; } = new(Shipped);

    /// <summary>The rows of tests/Answers/data/name.tsv without the heading, cell by cell.</summary>
    public static IReadOnlyList<string[]> Rows(string name) =>
        [.. File.ReadLines(Path.Combine(Folder(), "tests", "Answers", "data", $"{name}.tsv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))];

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Hotline.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException("The tests must run inside the checkout.");
    }
}

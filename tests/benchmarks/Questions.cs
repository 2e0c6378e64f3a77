namespace Hotline.Benchmarks;

/// <summary>The questions that the finder is judged by: tests/Answers/data, tab-separated with a heading.</summary>
/// <param name="Answers">Ids of the right answers; empty when nothing should be found.</param>
/// <param name="Kind">km, misspelt, latin, en; a few are mixed.</param>
internal sealed record Questions(string Text, IReadOnlyList<string> Answers, string Kind)
{
    /// <summary>A question is read to here; more is passed over.</summary>
    public const int LongestRead = 400;

    public static IReadOnlyList<Questions> Read(params string[] sets) =>
        [.. sets.SelectMany(set => File.ReadLines(Path.Combine(Repository.Folder, "tests", "Answers", "data", set + ".tsv")).Skip(1))
            .Where(line => line.Length > 0)
            .Select(line => line.Split('\t'))
            .Select(cells => new Questions(cells[0], cells[1] == "-" ? [] : cells[1].Split(','), cells[2]))];

    /// <summary>As many questions one after the other as fill what is read of a text.</summary>
    public static IReadOnlyList<string> Long(IReadOnlyList<string> texts) =>
        [.. texts.Select((_, first) =>
        {
            var text = "";
            for (var i = first; text.Length < LongestRead; i++)
                text += texts[i % texts.Count] + " ";
            return text[..LongestRead];
        })];
}

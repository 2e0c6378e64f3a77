using Hotline.Functions.Keys;
using Hotline.Functions.Returning;

namespace Hotline.Tests.Reconciling;

/// <summary>What was told, from all reports.</summary>
internal static class Told
{
    /// <summary>The words of each report in their order; of several reports of one person in the order of what they begin with.</summary>
    public static async Task<IReadOnlyList<string>> All(Post post) =>
        [.. (await new Shelves(post.Store, post.Of<Hotline.Functions.Cases.CaseKeys>(), post.Of<Hotline.Functions.Cases.CaseSealer>()).Read()).Reports.Select(report => report.Original.Words).Where(words => words.Count > 0).OrderBy(words => words[0], StringComparer.Ordinal).SelectMany(words => words)];
}

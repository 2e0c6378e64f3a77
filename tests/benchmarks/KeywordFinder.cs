using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Functions.Setup;
using Hotline.Localization.Khmer;

namespace Hotline.Benchmarks;

/// <summary>What a keyword robot does: one compiled pattern for each thing people may mean, all words of concepts.json in it, each tried on the text. It finds words, no answer.</summary>
internal sealed class KeywordFinder
{
    private readonly Regex[] patterns;

    public KeywordFinder()
    {
        using var concepts = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(DataFiles.Folder("localization"), "answer-bank", "concepts.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        patterns = [.. concepts.RootElement.GetProperty("concepts").EnumerateObject()
            .Select(concept => concept.Value.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array).SelectMany(field => field.Value.EnumerateArray()))
            .Select(words => string.Join('|', words.Select(word => Regex.Escape(KhmerText.Normalize(word.GetString()!)))))
            .Select(words => new Regex(words, RegexOptions.Compiled | RegexOptions.CultureInvariant))];
    }

    public int Patterns => patterns.Length;

    public int Find(string question)
    {
        var normal = KhmerText.Normalize(question.Length > Questions.LongestRead ? question[..Questions.LongestRead] : question);
        var found = 0;
        foreach (var pattern in patterns)
            found += pattern.IsMatch(normal) ? 1 : 0;
        return found;
    }
}

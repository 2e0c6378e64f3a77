using System.Text.Json;

namespace Hotline.Tests.Reading;

/// <summary>The words as they stand in the file, before anything of ours has touched them.</summary>
internal static class Lists
{
    public static IEnumerable<string> WordsOf(string list)
    {
        using var document = JsonDocument.Parse(Data.WordsJson);
        var body = document.RootElement.GetProperty("lists").GetProperty(list);
        var words = new List<string>();
        foreach (var array in new[] { "km", "latin", "en" })
            if (body.TryGetProperty(array, out var found))
                words.AddRange(found.EnumerateArray().Select(word => word.GetString()!));
        return words;
    }
}

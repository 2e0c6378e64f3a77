using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.Files;
using Hotline.Functions.Keys;
using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Functions.Setup;

/// <summary>Reads what non-programmers edit: flows, catalogues, words, places, numbers. They lie beside the program, in folders of the same name.</summary>
public static class DataFiles
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>In the order in which callers are offered them.</summary>
    private static readonly string[] Languages = ["km", "en"];

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <exception cref="SetupException">A file is missing or cannot be read; the sentence says which and where.</exception>
    public static CheckContext Load(string? dutyNumber = null, bool refuseUnverified = false, string? flowFolder = null) =>
        Begin(flowFolder).Finish(dutyNumber, refuseUnverified);

    /// <summary>Begins to read on other threads what no setting changes. Nothing is thrown before <see cref="BegunReading.Finish"/>.</summary>
    public static BegunReading Begin(string? flowFolder = null) => new(
        Task.Run(() => WordLists.Parse(Localization("words.json"))),
        Task.Run(Answers),
        Task.Run(() => Languages.Select(language => CatalogueFile.Parse($"{language}.json", Localization($"{language}.json"))).ToArray()),
        Task.Run(() => Places.Parse(Localization("places.json"))),
        Task.Run(() => Flows(flowFolder ?? Folder("flows"))));

    /// <summary>The answers about work abroad.</summary>
    /// <exception cref="SetupException">A file is missing or cannot be read; the sentence says which.</exception>
    public static AnswerBank Answers()
    {
        try
        {
            var folder = Path.Combine(Folder("localization"), "answer-bank");
            var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file))).ToList();
            return AnswerBank.Parse(files, File.ReadAllText(Path.Combine(folder, "thailand-notice.json")));
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            throw new SetupException(e.Message);
        }
    }

    internal static string Localization(string name) => File.ReadAllText(Path.Combine(Folder("localization"), name));

    private static FlowSet Flows(string folder) => new(Directory.GetFiles(folder, "*.json")
        .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => FlowFile.Parse(Path.GetFileName(file), File.ReadAllText(file))));

    /// <summary>Without the serialiser, which would cost the start twenty milliseconds for two lists.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> Lists(string name)
    {
        using var document = JsonDocument.Parse(Localization(name), Commented);
        var byLanguage = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var list in document.RootElement.EnumerateObject())
        {
            var words = new List<string>();
            foreach (var word in list.Value.EnumerateArray())
                words.Add(KhmerText.Normalize(word.GetString() ?? ""));
            byLanguage.Add(list.Name, words);
        }

        return byLanguage;
    }
}

using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.Files;
using Hotline.Functions.Keys;
using Hotline.Localization;
using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Hours;
using Hotline.Localization.Khmer;
using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Setup;

/// <summary>Reads what non-programmers edit: flows, catalogues, words, places, numbers. They lie beside the program, in folders of the same name.</summary>
public static class DataFiles
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>In the order in which callers are offered them.</summary>
    private static readonly string[] Languages = ["km", "en"];

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <exception cref="SetupException">A file is missing or cannot be read; the sentence says which and where.</exception>
    public static CheckContext Load(string? dutyNumber = null, bool refuseUnverified = false, string? flowFolder = null)
    {
        try
        {
            var phrases = new Phrasebook(
                Languages.Select(language => CatalogueFile.Parse($"{language}.json", Localization($"{language}.json"))).ToArray(),
                new Reader(WordLists.Parse(Localization("words.json")), Places.Parse(Localization("places.json"))),
                EmergencyNumbers.Parse(Localization("emergency-numbers.json"), refuseUnverified),
                Campaigns.Parse(Localization("campaigns.json")),
                dutyNumber,
                Answers(),
                OpeningHours.Parse(Localization("opening-hours.json")));
            var flows = Directory.GetFiles(flowFolder ?? Folder("flows"), "*.json")
                .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => FlowFile.Parse(Path.GetFileName(file), File.ReadAllText(file)));
            return new CheckContext(new FlowSet(flows), phrases, Lists("sensitive.json"), Lists("promising.json"), TipBook.Parse(Localization(TipBook.File)));
        }
        catch (Exception e) when (e is FormatException or FlowException or JsonException or InvalidOperationException or IOException)
        {
            throw new SetupException(e.Message);
        }
    }

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

    private static string Localization(string name) => File.ReadAllText(Path.Combine(Folder("localization"), name));

    /// <summary>Without the serialiser, which would cost the start twenty milliseconds for two lists.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Lists(string name)
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

using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.Files;
using Hotline.Functions.Setup;
using Hotline.Localization;
using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Numbers;
using Hotline.Tests.Golden;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Checker;

/// <summary>One folder of tests/broken-flows: our own files with one thing changed, and what the checker has to say.</summary>
internal sealed class BrokenFlow(string name)
{
    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, PropertyNameCaseInsensitive = true };

    private const string Bank = "answer-bank/";

    /// <param name="Replace">Stands in the file exactly once; null: <paramref name="By"/> is the whole file.</param>
    private sealed record Change(string File, string? Replace, string By);

    private sealed record Patch(Change[] Changes, bool RefuseUnverified);

    public static string Folder => Repository.File("tests", "broken-flows");

    public static IReadOnlyList<string> Names { get; } = Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToArray();

    public string ExpectedFile => Path.Combine(Folder, name, "expected.txt");

    public string Findings()
    {
        var patch = JsonSerializer.Deserialize<Patch>(File.ReadAllText(Path.Combine(Folder, name, "patch.json")), Options)!;
        var files = OurFiles();
        foreach (var change in patch.Changes)
            files[change.File] = Apply(files, change);
        return string.Concat(Check(files, patch.RefuseUnverified).Select(line => line + "\n"));
    }

    /// <summary>Flows and catalogues as the program ships them, by file name.</summary>
    public static Dictionary<string, string> OurFiles() =>
        new[] { "km.json", "en.json" }.Select(file => Path.Combine(DataFiles.Folder("localization"), file))
            .Concat(Directory.GetFiles(DataFiles.Folder("flows"), "*.json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
            .Concat(Directory.GetFiles(Path.Combine(DataFiles.Folder("localization"), "answer-bank")).Select(file => KeyValuePair.Create(Bank + Path.GetFileName(file), File.ReadAllText(file))))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The checker's findings, or the sentence of the file that cannot be read.</summary>
    public static IEnumerable<string> Check(Dictionary<string, string> files, bool refuseUnverified)
    {
        try
        {
            return FlowCheck.All(Context(files, refuseUnverified)).Select(finding => finding.ToString());
        }
        catch (FlowException e)
        {
            return [e.Message];
        }
        catch (FormatException e)
        {
            return [e.Message];
        }
    }

    public static CheckContext Context(Dictionary<string, string> files, bool refuseUnverified = false)
    {
        string[] languages = ["km.json", "en.json"];
        var phrases = new Phrasebook(
            languages.Select(file => CatalogueFile.Parse(file, files[file])).ToArray(),
            Hotlines.Context.Phrases.Reader,
            refuseUnverified ? EmergencyNumbers.Parse(Ours("emergency-numbers.json"), refuseUnverified) : Hotlines.Context.Phrases.Numbers,
            Hotlines.Context.Phrases.Campaigns,
            bank: AnswerBank.Parse(files.Where(file => file.Key.StartsWith(Bank, StringComparison.Ordinal)).Select(file => (file.Key[Bank.Length..], file.Value)), files[Bank + "thailand-notice.json"]),
            hours: Hotlines.Context.Phrases.Hours);
        var flows = files.Where(file => !languages.Contains(file.Key) && !file.Key.StartsWith(Bank, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => FlowFile.Parse(file.Key, file.Value));
        return new CheckContext(new FlowSet(flows), phrases, Hotlines.Context.Sensitive, Hotlines.Context.Promising);
    }

    private string Apply(Dictionary<string, string> files, Change change)
    {
        if (change.Replace is null)
            return change.By;
        var parts = files[change.File].Split(change.Replace);
        return parts.Length == 2 ? parts[0] + change.By + parts[1] : throw new InvalidDataException($"{name}/patch.json: \"{change.Replace}\" stands {parts.Length - 1} times in {change.File}; it has to stand there once.");
    }

    private static string Ours(string file) => File.ReadAllText(Path.Combine(DataFiles.Folder("localization"), file));
}

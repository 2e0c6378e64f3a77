using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Localization.Answers;

namespace Hotline.Functions.Commands;

/// <summary>-- ask: one question a line from standard input, and what the bank answers. With --json one object a line: {"text", "sure", "answers": ids, best first}.</summary>
public static class AskCommand
{
    private const string Folder = "answers";

    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args, TextReader input, TextWriter output)
    {
        var finder = new AnswerFinder(LoadBank());
        var json = args.Contains("--json");
        for (var line = input.ReadLine(); line is not null; line = input.ReadLine())
        {
            var found = finder.Find(line);
            if (json)
                output.WriteLine(JsonSerializer.Serialize(new { text = line, sure = found.Sure, answers = found.Best.Select(answer => answer.Entry.Id) }, Json));
            else
                Show(found, output);
        }

        return 0;
    }

    /// <exception cref="SetupException">A file is missing or cannot be read; the sentence says which.</exception>
    public static AnswerBank LoadBank()
    {
        try
        {
            var files = Directory.GetFiles(AnswerFolder(), "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file))).ToList();
            return AnswerBank.Parse(files, files.Find(file => file.Item1 == "thailand-notice.json").Item2 ?? throw new FormatException("The folder answers has no thailand-notice.json."));
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            throw new SetupException(e.Message);
        }
    }

    /// <summary>Beside the program; in a checkout, where the answers are not copied there, in the source folder above it.</summary>
    private static string AnswerFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "localization", Folder) is var folder && File.Exists(Path.Combine(folder, "topics.json")))
                return folder;
        throw new DirectoryNotFoundException("The folder localization/answers is neither beside the program nor above it: copy it there.");
    }

    private static void Show(FoundAnswers found, TextWriter output)
    {
        output.WriteLine(found.Best.Count == 0 ? "nothing fits" : found.Sure ? "sure" : "which one?");
        if (found.Trouble)
            output.WriteLine("  tells of someone in trouble");
        foreach (var answer in found.Best)
            output.WriteLine($"  {answer.Entry.Id} {answer.Score:0.00} {answer.Entry.Question.En}  [{string.Join(' ', answer.Matched)}]");
    }
}

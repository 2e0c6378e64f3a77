using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Functions.Setup;
using Hotline.Localization.Answers;

namespace Hotline.Functions.Commands;

/// <summary>-- ask: one question a line from standard input, and what the bank answers. With --json one object a line: {"text", "sure", "answers": ids, best first}.</summary>
public static class AskCommand
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args, TextReader input, TextWriter output)
    {
        var finder = new AnswerFinder(DataFiles.Answers());
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

    private static void Show(FoundAnswers found, TextWriter output)
    {
        output.WriteLine(found.Best.Count == 0 ? "nothing fits" : found.Sure ? "sure" : "which one?");
        if (found.Trouble)
            output.WriteLine("  tells of someone in trouble");
        foreach (var answer in found.Best)
            output.WriteLine($"  {answer.Entry.Id} {answer.Score:0.00} {answer.Entry.Question.En}  [{string.Join(' ', answer.Matched)}]");
    }
}

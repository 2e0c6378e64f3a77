using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Questions;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Commands;

/// <summary>-- questions [--json]: what was asked about work abroad and found no answer, for whoever writes the answers. No digits and no callers are in it.</summary>
public sealed class QuestionsCommand(IStore store, Sealer sealer)
{
    public async Task<int> Run(string[] args, TextWriter output)
    {
        var json = args.Contains("--json");
        var questions = new Dictionary<string, WaitingItem>(StringComparer.Ordinal);
        // First those on their way: one that lands meanwhile is seen at least once.
        foreach (var prefix in new[] { RowKeys.Todo, RowKeys.Waiting(QuestionLanding.Kind, "") })
            foreach (var shard in CallerId.AllShards)
                foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix)))
                    if ((prefix != RowKeys.Todo || RowKeys.KindOf(row.Key) == QuestionLanding.Kind) && sealer.Open(shard, row.Key, row.Body.Span) is { } body)
                        questions[row.Key[(row.Key.LastIndexOf('|') + 1)..]] = JsonSerializer.Deserialize(body, RowJson.Default.WaitingItem)!;
        foreach (var question in questions.Values.OrderBy(question => question.Day).ThenBy(question => question.Content, StringComparer.Ordinal))
            await output.WriteLineAsync(json ? JsonSerializer.Serialize(new { day = question.Day, text = question.Content }, AskCommand.Json) : $"{question.Day:yyyy-MM-dd}  {question.Content}");
        if (!json)
            await output.WriteLineAsync($"{questions.Count} questions found no answer.");
        return 0;
    }
}

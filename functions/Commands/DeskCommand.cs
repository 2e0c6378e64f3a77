using Hotline.Flows.Engine;
using Hotline.Functions.Returning;
using Hotline.Localization;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Commands;

/// <summary>-- reports read CASE, -- reports answer CASE ANSWER: until there is a desk in the browser. The answer is the name of a standard answer, or a sentence.</summary>
public sealed class DeskCommand(Desk desk, Phrasebook phrases)
{
    public async Task<int> Run(string[] asked, TextWriter output)
    {
        var (code, sentence) = asked switch
        {
            ["read", var name] => await With(name, async hash => await desk.MarkRead(hash) ? null : Gone(name), $"{name} is marked as read. Whoever comes back with its code hears so."),
            ["answer", var name, var answer] => await Answer(name, answer),
            _ => (1, "Say which case: -- reports read CASE, or -- reports answer CASE ANSWER, where ANSWER is one of " + Names() + ", or a sentence in quotes."),
        };
        await output.WriteLineAsync(sentence);
        return code;
    }

    private async Task<(int, string)> Answer(string name, string answer)
    {
        if (phrases.Catalogues[0].Find(Reply.Presets + answer) is not null && Reply.Presets + answer != Reply.InWriting)
            return await With(name, async hash => await desk.Answer(hash, answer, null) ? null : Gone(name), $"{name} is answered with \"{answer}\": {phrases.Find(Reply.Presets + answer, "en").Text?.Source}");
        // A misspelt name must not be sent as if it were a sentence.
        if (answer.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            return (1, $"\"{answer}\" is no standard answer. They are {Names()}; anything else is a sentence.");
        var cleaned = SmsText.Clean(answer).Trim();
        if (cleaned.Length is 0 or > Reply.Characters || SmsSegments.Measure(cleaned) is not { Segments: <= Reply.Segments })
            return (1, $"An answer has at least one word and at most {Reply.Segments} SMS segments; this one has {SmsSegments.Measure(cleaned).Segments}. Nothing was stored.");
        return await With(name, async hash => await desk.Answer(hash, null, cleaned) ? null : Gone(name), $"{name} is answered in writing. By voice its owner only hears that there is something to read.");
    }

    private async Task<(int, string)> With(string name, Func<string, Task<string?>> act, string done) => await desk.Find(name) switch
    {
        [] => (1, $"There is no case {name}. -- reports lists them."),
        [var hash] => await act(hash) is { } wrong ? (1, wrong) : (0, done),
        _ => (1, $"Two cases are called {name}. Nothing was done."),
    };

    private static string Gone(string name) => $"{name} was withdrawn a moment ago.";

    private string Names() => string.Join(", ", phrases.Catalogues[0].Prompts.Select(prompt => prompt.Key)
        .Where(key => key.StartsWith(Reply.Presets, StringComparison.Ordinal) && key != Reply.InWriting).Select(key => key[Reply.Presets.Length..]));
}

namespace Hotline.Localization.Sms;

/// <summary>The prompts of one reply as messages. Messages may overtake one another on the way, so one is best when it costs no more.</summary>
public static class SmsPacking
{
    /// <summary>Longer bodies are refused by the provider (Twilio error 21617).</summary>
    public const int MaxCharacters = 1600;

    /// <param name="prompts">In order. Each is cleaned (<see cref="SmsText.Clean"/>); blank ones are dropped.</param>
    /// <returns>Messages in order, at most <see cref="MaxCharacters"/> UTF-16 units each, together never dearer than the prompts
    /// sent apart. A prompt over the limit is cut where <see cref="SmsCut"/> would.</returns>
    public static IReadOnlyList<string> Pack(IReadOnlyList<string> prompts)
    {
        // One prompt is one message: most turns.
        if (prompts.Count == 1 && prompts[0].Length <= MaxCharacters && SmsText.Clean(prompts[0]) is var only && !string.IsNullOrWhiteSpace(only))
            return [only];
        var apart = prompts.Select(SmsText.Clean).Where(prompt => !string.IsNullOrWhiteSpace(prompt))
            .SelectMany(prompt => prompt.Length <= MaxCharacters ? [prompt] : SmsCut.Into(prompt, MaxCharacters)).ToList();
        if (apart.Count < 2)
            return apart;
        var whole = string.Join('\n', apart);
        return Fits(whole, apart.Sum(Segments)) ? [whole] : Neighbours(apart);
    }

    private static List<string> Neighbours(List<string> apart)
    {
        List<string> messages = [apart[0]];
        foreach (var next in apart.Skip(1))
        {
            var joined = messages[^1] + "\n" + next;
            if (Fits(joined, Segments(messages[^1]) + Segments(next)))
                messages[^1] = joined;
            else
                messages.Add(next);
        }
        return messages;
    }

    private static bool Fits(string joined, int budget) => joined.Length <= MaxCharacters && Segments(joined) <= budget;

    private static int Segments(string text) => SmsSegments.Measure(text).Segments;
}

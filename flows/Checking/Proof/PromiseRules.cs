using Hotline.Localization.Khmer;

namespace Hotline.Flows.Checking.Proof;

/// <summary>No catalogue promises what nobody keeps: whatever sounds like a promise says which, the same in every language.</summary>
internal static class PromiseRules
{
    public static IEnumerable<Finding> All(CheckContext context)
    {
        var first = context.Phrases.Catalogues[0];
        var known = string.Join(", ", Promises.All.Select(promise => promise.Name));
        foreach (var catalogue in context.Phrases.Catalogues)
            foreach (var prompt in catalogue.Prompts)
            {
                if (prompt.Promises is { } name && Promises.Of(name) is null)
                    yield return new Finding(catalogue.File, prompt.Key, $"it promises \"{name}\", which is not one of {known}");
                if (prompt.Promises != first.Find(prompt.Key)?.Promises)
                    yield return new Finding(catalogue.File, prompt.Key, $"it does not promise the same as in {first.File}");
                if (prompt.Promises is null && Sounding(context, catalogue.Language, prompt) is { } word)
                    yield return new Finding(catalogue.File, prompt.Key, $"\"{word}\" sounds like a promise: say which in \"promises\", or \"{Promises.Nothing}\"");
            }
    }

    private static string? Sounding(CheckContext context, string language, Localization.Catalogues.Prompt prompt)
    {
        var words = KhmerText.Normalize($"{prompt.Text?.Source} {prompt.Voice?.Source}").ToLowerInvariant();
        return context.Promising?.GetValueOrDefault(language)?.FirstOrDefault(word => words.Contains(word, StringComparison.Ordinal));
    }
}

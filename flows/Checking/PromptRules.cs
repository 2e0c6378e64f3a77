using Hotline.Flows.Engine;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Sms;

namespace Hotline.Flows.Checking;

/// <summary>Every prompt is there in every language and form, says the same, and costs what it may.</summary>
internal static class PromptRules
{
    public static IEnumerable<Finding> Missing(CheckContext context) =>
        from said in context.Said
        from catalogue in context.Phrases.Catalogues
        let prompt = catalogue.Find(said.Key)
        where (said.Channel == Channel.Text ? prompt?.Text : prompt?.Voice) is null
        select new Finding(said.File, said.State, $"it says \"{said.Key}\", which {catalogue.File} does not have {(said.Channel == Channel.Text ? "as text" : "by voice")}");

    public static IEnumerable<Finding> Placeholders(CheckContext context)
    {
        var first = context.Phrases.Catalogues[0];
        foreach (var catalogue in context.Phrases.Catalogues)
            foreach (var prompt in catalogue.Prompts)
            {
                foreach (var name in prompt.Names.Where(name => !Placeholder.All.Contains(name)))
                    yield return new Finding(catalogue.File, prompt.Key, $"nothing fills {{{name}}}");
                if (first.Find(prompt.Key) is { } other && !prompt.Key.StartsWith("answer.", StringComparison.Ordinal) && (!Same(prompt.Text, other.Text) || !Same(prompt.Voice, other.Voice)))
                    yield return new Finding(catalogue.File, prompt.Key, $"its placeholders are not those of {first.File}");
            }
    }

    /// <summary>One language may need two messages for what the other says in one, so an answer is compared as a whole.</summary>
    public static IEnumerable<Finding> AnswerPlaceholders(CheckContext context) =>
        from entry in context.Phrases.Bank?.All ?? []
        where !Same(entry.Km.Voice, entry.En.Voice) || !entry.Km.Messages.SelectMany(message => message.Names).ToHashSet().SetEquals(entry.En.Messages.SelectMany(message => message.Names))
        select new Finding("answer-bank", entry.Id, "its two languages do not give the same numbers");

    /// <summary>Prompts are measured with the longest value of every placeholder, as a caller in any country would get it.</summary>
    public static IEnumerable<Finding> Budgets(CheckContext context)
    {
        foreach (var catalogue in context.Phrases.Catalogues)
            foreach (var prompt in catalogue.Prompts)
                if (prompt.Text is { } text && context.Longest.Rendering(catalogue.Language, text) is var longest
                    && SmsSegments.Measure(longest) is var size && size.Segments > prompt.Segments)
                    yield return new Finding(catalogue.File, prompt.Key, $"at its longest it is {size.Units} units, {size.Segments} segments, and {prompt.Segments} may be used");
    }

    public static IEnumerable<Finding> Unused(CheckContext context)
    {
        var said = context.Said.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return from catalogue in context.Phrases.Catalogues
               from prompt in catalogue.Prompts
               where !said.Contains(prompt.Key)
               select new Finding(catalogue.File, prompt.Key, "no state says this");
    }

    private static bool Same(Template? one, Template? other) =>
        (one?.Names ?? []).Order(StringComparer.Ordinal).SequenceEqual((other?.Names ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal);
}

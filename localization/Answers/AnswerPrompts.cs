using Hotline.Localization.Catalogues;

namespace Hotline.Localization.Answers;

/// <summary>The bank as prompts, so that it is reviewed, recorded, measured and said like everything else.</summary>
public static class AnswerPrompts
{
    /// <summary>How an item of a list is offered: {name} and {key} in the order of the language. No state says it itself.</summary>
    private const string Option = "abroad.option";

    public static string Answer(string id) => $"answer.{id}";

    public static string More(string id) => $"answer.{id}.more";

    public static string Question(string id) => $"answer.{id}.question";

    public static string Topic(string id) => $"topic.{id}";

    public static string Group(string id) => $"group.{id}";

    /// <summary>The catalogue with everything of the bank in it.</summary>
    /// <exception cref="FormatException">The catalogue does not say how an item is offered.</exception>
    public static Catalogue Add(Catalogue catalogue, AnswerBank bank)
    {
        var option = catalogue.Find(Option) ?? throw new FormatException($"{catalogue.File}:{Option}: how an item of a list is offered is missing");
        return new(catalogue.File, catalogue.Language, catalogue.Name, [.. catalogue.Prompts.Where(prompt => prompt != option), .. Of(bank, catalogue.Language, option)]);
    }

    private static IEnumerable<Prompt> Of(AnswerBank bank, string language, Prompt option)
    {
        foreach (var entry in bank.All)
        {
            var words = entry.In(language);
            yield return new(Answer(entry.Id), words.Messages[0], words.Voice, entry.Review, 2, "an answer");
            // What one language says in two messages another may say in one: it is then said again.
            if (Math.Max(entry.Km.Messages.Count, entry.En.Messages.Count) > 1)
                yield return new(More(entry.Id), new Template(string.Join('\n', words.Messages.Skip(words.Messages.Count > 1 ? 1 : 0).Select(message => message.Source))), null, entry.Review, 2 * words.Messages.Count, "the rest of an answer");
            yield return Named(Question(entry.Id), language == "km" ? entry.Question.Km : entry.Question.En, entry.Review);
        }

        foreach (var group in bank.Groups)
        {
            yield return Named(Group(group.Id), language == "km" ? group.Name.Km : group.Name.En, "draft");
            foreach (var topic in group.Topics)
                yield return Named(Topic(topic.Id), language == "km" ? topic.Name.Km : topic.Name.En, "draft");
        }

        Prompt Named(string key, string name, string review) => new(key, Filled(option.Text, name), Filled(option.Voice, name.TrimEnd('?')), review, 1, null);
    }

    private static Template Filled(Template? option, string name) => new((option?.Source ?? "").Replace("{name}", name, StringComparison.Ordinal));
}

using Hotline.Flows.Files;
using Hotline.Localization.Answers;

namespace Hotline.Flows.Engine;

/// <summary>Lists that are made while talking: at most four keys at a time, the last of them turns the page of a longer list.</summary>
internal sealed partial class Walk
{
    private const int ItemsAtOnce = 4;

    private List<string> Items(State state) => phrases.Bank is not { } bank ? [] : state.List switch
    {
        ListOf.Groups => [.. bank.Groups.Select(group => group.Id)],
        ListOf.Topics => [.. bank.Groups.Where(group => group.Id == s.Slots[Slot.Group]).SelectMany(group => group.Topics).Select(topic => topic.Id)],
        ListOf.Answers => [.. bank.Of(s.Slots[Slot.Topic] ?? "").Select(entry => entry.Id)],
        ListOf.Country => [.. bank.AskedAbout(s.Slots[Slot.Destination] ?? "").Select(entry => entry.Id)],
        ListOf.Found => [.. (s.Slots[Slot.Found] ?? "").Split(',').Where(id => bank.Find(id) is not null)],
        _ => [],
    };

    /// <summary>What the keys mean now, and whether the key after them turns the page.</summary>
    private (List<string> Shown, bool TurnsPage) Page(State state)
    {
        var all = Items(state);
        var keys = ItemsAtOnce - state.Choices.Count(choice => choice.On(caller.Channel));
        if (all.Count <= keys)
            return (all, false);
        var pages = (all.Count + keys - 2) / (keys - 1);
        var page = (s.Slots[Slot.Page]?.Length ?? 0) % pages;
        return ([.. all.Skip(page * (keys - 1)).Take(keys - 1)], true);
    }

    private int KeysOf(State state)
    {
        if (state.AskBy(caller.Channel) != Ask.Item)
            return state.Choices.Count(choice => choice.On(caller.Channel) && choice.Key != "*");
        var (shown, turns) = Page(state);
        return Math.Max(shown.Count + (turns ? 1 : 0), state.Choices.Select(choice => choice.Key[0] - '0').DefaultIfEmpty().Max());
    }

    /// <param name="key">"1" to "4", "unknown" or null.</param>
    private Answer ReadItem(State state, string? key)
    {
        if (key == "unknown")
            return Answer.Skipped.It;
        if (key is null || key[0] is < '1' or > '9')
            return Answer.Told.It;
        if (state.Choices.FirstOrDefault(choice => choice.Key == key && choice.On(caller.Channel)) is { } choice)
            return new Answer.Chosen(choice);
        var (shown, turns) = Page(state);
        var at = key[0] - '1';
        if (at < shown.Count)
            return new Answer.Kept([new(state.Keep!, shown[at])]);
        return turns && at == shown.Count ? Answer.NextPage.It : Answer.NotUnderstood.It;
    }

    private void SayItems(State state)
    {
        var (shown, turns) = Page(state);
        var key = 0;
        foreach (var id in shown)
            SayOption(NameOf(state.List, id), ++key);
        if (turns)
            SayOption("abroad.more-of-them", ++key);
    }

    private void SayOption(string prompt, int key)
    {
        option = key;
        SayKey(prompt);
    }

    /// <summary>One mark a page: a slot holds text, and nobody turns pages for long.</summary>
    private void TurnPage(State state)
    {
        s = s with { Slots = s.Slots.With(Slot.Page, (s.Slots[Slot.Page] ?? "") + "+") };
        if (s.Slots[Slot.Page]!.Length >= Items(state).Count)
            s = s with { Slots = s.Slots.Without(Slot.Page) };
        Restate();
    }

    private static string NameOf(ListOf? list, string id) => list switch
    {
        ListOf.Groups => AnswerPrompts.Group(id),
        ListOf.Topics => AnswerPrompts.Topic(id),
        _ => AnswerPrompts.Question(id),
    };
}

using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;
using Hotline.Localization;
using Hotline.Localization.Speaking;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    /// <summary>By text: the messages of this turn.</summary>
    private IReadOnlyList<string> Texts()
    {
        if (caller.Channel == Channel.Voice)
            return [];
        var texts = new string[says.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = phrases.Text(says[i].Key, says[i].Language, says[i].Values);
        return Phrasebook.Messages(texts);
    }

    private void SayAll(State state)
    {
        if (state.AskBy(caller.Channel) == Ask.Code)
        {
            SayCodeQuestion(state);
            return;
        }

        foreach (var key in state.Say)
            switch (key)
            {
                case SayThe.Answer:
                    SayAnswer(more: false);
                    break;
                case SayThe.More:
                    SayAnswer(more: true);
                    break;
                case SayThe.Replies:
                    SayReplies();
                    break;
                default:
                    SayKey(key, state);
                    break;
            }

        if (state.AskBy(caller.Channel) == Ask.Item)
            SayItems(state);
    }

    /// <summary>Before a language is known, every language says it in turn.</summary>
    private void SayKey(string key, State? state = null)
    {
        if (caller.Client is not null)
            key = CheckInPlaces.Here(key);
        // Whoever speaks another language than the caller before them has to understand this one question.
        var ofLanguage = caller.Channel == Channel.Voice && state?.Keep == Slot.Language;
        if (s.Language is { } language && !ofLanguage)
        {
            says.Add(new Say(key, language, Values(key, language, state)));
            return;
        }

        foreach (var every in phrases.Languages)
            says.Add(new Say(key, every, Values(key, every, state)));
    }

    private Dictionary<string, string>? Values(string key, string language, State? state)
    {
        var names = phrases.Placeholders(key);
        if (names.Count == 0)
            return null;
        var values = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
        foreach (var name in names)
            values[name] = name switch
            {
                Placeholder.Numbers => phrases.DangerNumbers(Named ?? caller.Country, Here, language),
                Placeholder.Person => phrases.PersonNumber(Here, language),
                Placeholder.Labour => phrases.LabourNumber(Here, language),
                Placeholder.Receipt => Receipt.Grouped(s.Slots[Slot.Receipt] ?? ""),
                Placeholder.Left => (Receipt.Length - CodeSoFar.Length).ToString(System.Globalization.CultureInfo.InvariantCulture),
                Placeholder.Last => LastKey(state ?? flows[s.Place]),
                Placeholder.Child => phrases.ChildNumber(Here, language),
                Placeholder.Key => option.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Placeholder.Warnings => Warnings.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Placeholder.Open => phrases.NextOpening(now) is { } next ? SpokenValue.When(next.ToOffset(Limits.PhnomPenh), now) : "",
                Placeholder.Checked => Checked(),
                _ => s.Slots[name] ?? "",
            };
        return values;
    }

    /// <summary>Day, month, year, as people here write a date.</summary>
    private string Checked() => phrases.Bank?.Find(s.Slots[Slot.Answer] ?? "")?.Checked.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "-";

    private string LastKey(State state) => state.AskBy(caller.Channel) == Ask.Item
        ? KeysOf(state).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : state.Choices.Where(choice => choice.On(caller.Channel) && choice.Key != "*").Select(choice => choice.Key).Max() ?? "";
}

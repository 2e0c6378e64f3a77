using Hotline.Flows.Files;
using Hotline.Localization;

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
        foreach (var key in state.Say)
            SayKey(key, state);
    }

    /// <summary>Before a language is known, every language says it in turn.</summary>
    private void SayKey(string key, State? state = null)
    {
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
                Placeholder.Last => LastKey(state ?? flows[s.Place]),
                _ => s.Slots[name] ?? "",
            };
        return values;
    }

    private string LastKey(State state) => state.Choices.Where(choice => choice.On(caller.Channel) && choice.Key != "*").Select(choice => choice.Key).Max() ?? "";
}

using Hotline.Flows.Files;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Flows.Engine;

/// <summary>Reads a reply against the question just asked.</summary>
internal static class Answers
{
    /// <summary>Shorter than this a text is a slip of the thumb, not a story: 3 Khmer clusters, or 5 letters of another script.</summary>
    private const int StoryClusters = 3;
    private const int StoryLetters = 5;

    public static Answer Read(State state, string body, Session session, Reader reader)
    {
        if (state.AskByText == Ask.Words)
            return reader.Words.IsWhole("skip", body) || reader.YesNo(body) is "no" or "unknown" ? Answer.Skipped.It
                : Scripts.Of(body) == Script.None ? Answer.NotUnderstood.It
                : Answer.Told.It;
        var understood = state.AskByText switch
        {
            Ask.Choice => ReadChoice(state, body, reader),
            Ask.Number => ReadNumber(state, body, reader),
            Ask.Place => ReadPlace(state, body, session, reader),
            Ask.Phone => ReadPhone(state, KhmerText.Normalize(body)),
            _ => null,
        };
        if (understood is not null)
            return understood;
        if (MaySkip(state) && KhmerText.Normalize(body).Trim() == "0")
            return Answer.Skipped.It;
        if (reader.Words.IsWhole("skip", body) || reader.Words.IsWhole("unknown", body))
            return Answer.Skipped.It;
        return SaysSomething(body) ? Answer.Told.It : Answer.NotUnderstood.It;
    }

    /// <summary>Keys pressed where more than one is asked.</summary>
    public static Answer.Kept? ReadKeys(State state, string keys) => state.AskByVoice switch
    {
        Ask.Number when keys.Length is > 0 and < 7 && keys.All(char.IsAsciiDigit) => InRange(state, keys.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0"),
        Ask.Phone => ReadPhone(state, keys),
        _ => null,
    };

    /// <summary>An answer is kept there, so it may also not be given; at the door and for the language it has to be.</summary>
    public static bool MaySkip(State state) => (state.Keep ?? state.Amend) is { } slot && slot != Slot.Language && state.Goto.Count > 0;

    private static Answer? ReadChoice(State state, string body, Reader reader)
    {
        if (body.Length == 1 && body[0] is >= '1' and <= '9')
            return ByKey(state, body);
        var choices = state.Choices;
        if (choices.Any(choice => choice.Value == "yes") && reader.YesNo(body) is { } yesNo)
            return ByValue(choices, yesNo) ?? (yesNo == "unknown" ? Answer.Skipped.It : null);
        var count = choices.Count(choice => choice.On(Channel.Text));
        if (reader.Choice(body, count) is { } key)
            return key == "unknown" ? ByValue(choices, key) ?? Answer.Skipped.It : ByKey(state, key);
        foreach (var choice in choices)
            if (choice.On(Channel.Text) && reader.Words.Has(choice.Value) && reader.Words.IsWhole(choice.Value, body))
                return new Answer.Chosen(choice);
        return null;
    }

    private static Answer? ByKey(State state, string key)
    {
        foreach (var choice in state.Choices)
            if (choice.Key == key && choice.On(Channel.Text))
                return new Answer.Chosen(choice);
        return null;
    }

    private static Answer? ByValue(IReadOnlyList<Choice> choices, string value)
    {
        foreach (var choice in choices)
            if (choice.Value == value && choice.On(Channel.Text))
                return new Answer.Chosen(choice);
        return null;
    }

    private static Answer? ReadNumber(State state, string body, Reader reader) => reader.Number(body) switch
    {
        null => null,
        "unknown" => Answer.Skipped.It,
        var number => InRange(state, number),
    };

    private static Answer.Kept? InRange(State state, string digits) =>
        digits.Length < 10 && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var number && number >= state.Min && number <= state.Max
            ? Keep(state.Keep, digits)
            : null;

    private static Answer? ReadPlace(State state, string body, Session session, Reader reader)
    {
        var country = session.Slots[Slot.Country];
        var asked = state.Keep;
        if (asked == Slot.TipsProvince)
            return reader.Province(body) is { } home ? home == Reader.Unknown ? Answer.Skipped.It : Keep(asked, home.PadLeft(2, '0')) : null;
        if (asked == Slot.Province && reader.Province(body) is { } code)
            return code == "unknown" ? Answer.Skipped.It : new Answer.Kept([new(Slot.Country, "KH"), new(Slot.Province, code.PadLeft(2, '0'))]);
        var found = asked == Slot.District
            ? reader.Places.Find(body, country, session.Slots[Slot.Province])
            : reader.Places.Find(body);
        if (found is null || (asked == Slot.Province && found.Province is null) || (asked == Slot.District && found.District is null))
            return null;
        List<KeyValuePair<string, string>> values = [new(Slot.Country, found.Country)];
        if (found.Province is { } province)
            values.Add(new(Slot.Province, province));
        if (found.District is { } district)
            values.Add(new(Slot.District, district));
        return new Answer.Kept(values);
    }

    /// <summary>8 to 15 digits (ITU-T E.164 allows 15), with or without a plus.</summary>
    private static Answer.Kept? ReadPhone(State state, string text)
    {
        var digits = new string(text.Where(char.IsAsciiDigit).ToArray());
        var clean = text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '.');
        return clean && digits.Length is >= 8 and <= 15 ? Keep(state.Keep, digits) : null;
    }

    private static Answer.Kept Keep(string? slot, string value) => new(slot is null ? [] : [new(slot, value)]);

    private static bool SaysSomething(string body) => Scripts.Of(body) switch
    {
        Script.None => false,
        Script.Khmer => KhmerClusters.Count(body) >= StoryClusters,
        _ => body.Count(char.IsLetter) >= StoryLetters,
    };
}

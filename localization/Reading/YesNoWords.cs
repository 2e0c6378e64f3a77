namespace Hotline.Localization.Reading;

/// <summary>Reads "yes", "no" and "I do not know" from the lists of these names.</summary>
internal sealed class YesNoWords
{
    private readonly WordList yes;
    private readonly WordList no;
    private readonly WordList unknown;
    private readonly WordTrie before;
    private readonly WordTrie after;
    private readonly string?[] single;

    public YesNoWords(WordLists words)
    {
        (yes, no, unknown) = (words.Get("yes"), words.Get("no"), words.Get(Reader.Unknown));
        (before, after) = (words.Before(), words.After());
        single = [.. Enumerable.Range(0, 128).Select(c => Look(((char)c).ToString()))];
    }

    public string? Read(string text) => text.Length == 1 && text[0] < single.Length ? single[text[0]] : Look(text);

    private string? Look(string text)
    {
        if (WordLists.Short(text) is not { } phrase)
            return null;
        var starts = Trimming.Starts(phrase, before);
        var ends = Trimming.Ends(phrase, after);
        var isYes = WordLists.IsWhole(yes, phrase, starts, ends);
        var isNo = WordLists.IsWhole(no, phrase, starts, ends);
        var isUnknown = WordLists.IsWhole(unknown, phrase, starts, ends);
        return (isYes, isNo, isUnknown) switch
        {
            // "OK?" asks, it does not agree.
            (true, false, false) => Asks(text) ? null : "yes",
            (false, true, false) => Asks(text) ? null : "no",
            (false, false, true) => Reader.Unknown,
            _ => null,
        };
    }

    private static bool Asks(string text) => text.AsSpan().ContainsAny('?', '\uFF1F');
}

namespace Hotline.Localization.Reading;

/// <summary>Reads a whole message as a count of something, or as the label of a choice.</summary>
internal sealed class NumberReader(WordLists words)
{
    private readonly NumberWords numbers = new(words);
    private readonly WordTrie beforeCount = words.Before("about");
    private readonly WordTrie afterCount = words.After("counters");
    private readonly WordTrie beforeLabel = words.Before("labels");
    private readonly WordTrie afterLabel = words.After();
    private readonly WordList[] ordinals = [.. Enumerable.Range(1, 9).Select(n => words.Get($"ordinal-{n}"))];

    /// <summary>"About 20 people" is 20.</summary>
    public long? Count(string text) =>
        WordLists.Short(text) is { } phrase ? Only(phrase, Trimming.Starts(phrase, beforeCount), Trimming.Ends(phrase, afterCount)) : null;

    /// <summary>"Number 2", "2)" and "second" are 2.</summary>
    public long? Label(string text)
    {
        if (WordLists.Short(text) is not { } phrase)
            return null;
        var starts = Trimming.Starts(phrase, beforeLabel);
        var ends = Trimming.Ends(phrase, afterLabel);
        for (var i = 0; i < ordinals.Length; i++)
            if (WordLists.IsWhole(ordinals[i], phrase, starts, ends))
                return i + 1;
        return Only(phrase, starts, ends);
    }

    /// <summary>The one number that can be read; when two readings differ, none.</summary>
    private long? Only(Phrase phrase, List<int> starts, List<int> ends)
    {
        long? only = null;
        foreach (var start in starts)
            foreach (var end in ends)
                if (start < end && numbers.Read(phrase, start, end) is { } number)
                {
                    if (only is { } other && other != number)
                        return null;
                    only = number;
                }
        return only;
    }
}

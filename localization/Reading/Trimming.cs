namespace Hotline.Localization.Reading;

/// <summary>Where an answer may begin and end when words of courtesy around it are left out.</summary>
internal static class Trimming
{
    /// <summary>UTF-16 units; longer messages are stories. Every turn asks for several lists, and a hostile text would cost its length squared.</summary>
    public const int Longest = 100;

    public static List<int> Starts(Phrase phrase, WordTrie before) => Starts(phrase, before, 0, phrase.Key.Length);

    public static List<int> Ends(Phrase phrase, WordTrie after) => Ends(phrase, after, phrase.Key.Length);

    /// <summary>The places that can be reached from <paramref name="from"/> over words of <paramref name="before"/>; itself the first.</summary>
    public static List<int> Starts(Phrase phrase, WordTrie before, int from, int to)
    {
        var starts = new List<int>(2) { from };
        for (var s = 0; s < starts.Count; s++)
        {
            var node = 0;
            for (var i = starts[s]; i < to - 1 && before.Walk(ref node, phrase.Key[i]); i++)
                if (before.WordAt(node) is not null && phrase.IsEdge(i + 1) && !starts.Contains(i + 1))
                    starts.Add(i + 1);
        }
        return starts;
    }

    /// <summary>The places from which words of <paramref name="after"/> reach <paramref name="to"/>; itself the first.</summary>
    public static List<int> Ends(Phrase phrase, WordTrie after, int to)
    {
        var ends = new List<int>(2) { to };
        for (var from = to - 1; from > 0; from--)
        {
            if (!phrase.IsEdge(from))
                continue;
            var node = 0;
            for (var i = from; i < to && after.Walk(ref node, phrase.Key[i]); i++)
                if (after.WordAt(node) is not null && ends.Contains(i + 1))
                {
                    ends.Add(from);
                    break;
                }
        }
        return ends;
    }
}

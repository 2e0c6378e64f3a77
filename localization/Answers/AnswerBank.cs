namespace Hotline.Localization.Answers;

/// <summary>Every answer about working abroad that we have, with what people mean when they ask.</summary>
public sealed class AnswerBank
{
    private const int LongestList = 9;

    private readonly Dictionary<string, AnswerEntry> byId;

    private AnswerBank(IReadOnlyList<AnswerEntry> all, IReadOnlyList<AnswerGroup> groups, Lazy<Lexicon> lexicon, IReadOnlyList<string> aside)
    {
        (All, Groups, Lexicon, Aside) = (all, groups, lexicon, aside);
        byId = all.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>By id.</summary>
    public IReadOnlyList<AnswerEntry> All { get; }

    public IReadOnlyList<AnswerGroup> Groups { get; }

    internal Lazy<Lexicon> Lexicon { get; }

    /// <summary>What people ask that no answer is for.</summary>
    internal IReadOnlyList<string> Aside { get; }

    /// <summary>
    /// Reads the files of the folder answers: topics.json, concepts.json, aside.json, and any number of files with entries.
    /// Throws <see cref="FormatException"/> with file and entry for anything that is not exactly as described in countries.json.
    /// </summary>
    /// <param name="files">Name without folder, and text; thailand-notice.json may be among them and is passed over.</param>
    public static AnswerBank Parse(IEnumerable<(string File, string Json)> files, string noticeJson)
    {
        var all = files.Where(file => file.File != BorderNotice.File).ToDictionary(file => file.File, file => file.Json, StringComparer.Ordinal);
        var notice = BorderNotice.Parse(noticeJson);
        var groups = TopicsFile.Read(Take(all, TopicsFile.File));
        var lexicon = LexiconFile.Read(Take(all, LexiconFile.File));
        var aside = AsideFile.Read(Take(all, AsideFile.File));
        var topics = groups.SelectMany(group => group.Topics).Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        var entries = all.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => AnswerFile.Read(file.Key, file.Value, notice)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!seen.Add(entry.Id))
                throw new FormatException($"answers, \"{entry.Id}\": the id is there twice.");
            if (!topics.Contains(entry.Topic))
                throw new FormatException($"answers, \"{entry.Id}\": topics.json has no topic \"{entry.Topic}\".");
        }

        return new([.. entries.OrderBy(entry => entry.Id, StringComparer.Ordinal)], groups, lexicon, aside);
    }

    public AnswerEntry? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>By id, which is the order of the keys.</summary>
    public IEnumerable<AnswerEntry> Of(string topic) => All.Where(entry => entry.Topic == topic);

    /// <summary>What was written for this country (ISO 3166-1 alpha-2).</summary>
    public IEnumerable<AnswerEntry> OfCountry(string code) => All.Where(entry => entry.Countries.Contains(code, StringComparer.Ordinal));

    /// <summary>What people ask who want to go to that country: its own answers, then what holds for every country, as many as somebody listens to.</summary>
    public IEnumerable<AnswerEntry> AskedAbout(string code) => OfCountry(code).Concat(All.Where(entry => entry is { Countries.Count: 0, Trouble: false })).Take(LongestList);

    private static string Take(Dictionary<string, string> files, string name) =>
        files.Remove(name, out var json) ? json : throw new FormatException($"The folder answers has no {name}.");
}

using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>One place in a flow: it says something, does something, and may wait.</summary>
public sealed record State
{
    public required string Name { get; init; }

    /// <summary>Prompt keys; by default "flow.state".</summary>
    public required IReadOnlyList<string> Say { get; init; }

    public Ask AskByText { get; init; }

    public Ask AskByVoice { get; init; }

    /// <summary>What is listed where an item is asked.</summary>
    public ListOf? List { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Smallest and largest number taken where a number is asked.</summary>
    public int Min { get; init; }

    public int Max { get; init; } = 999;

    /// <summary>The slot that the answer goes to.</summary>
    public string? Keep { get; init; }

    /// <summary>Slots set on entering.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Deed> Do { get; init; } = [];

    /// <summary>Where every answer without its own way leads; a skipped question too.</summary>
    public IReadOnlyList<Rule> Goto { get; init; } = [];

    /// <summary>Where a text leads that tells a story instead of answering; empty: it is added and the question asked again.</summary>
    public IReadOnlyList<Rule> Words { get; init; } = [];

    /// <summary>The report's own slot that the answer changes in the report that was opened; it is not kept here.</summary>
    public string? Amend { get; init; }

    /// <summary>What has to be known before anything is said or done here.</summary>
    public Sought Lookup { get; init; }

    /// <summary>How the conversation ended, when it ends here.</summary>
    public string? End { get; init; }

    public Ask AskBy(Channel channel) => channel == Channel.Text ? AskByText : AskByVoice;

    public bool WaitsOn(Channel channel) => AskBy(channel) != Ask.Nothing;

    /// <summary>One key is asked: the keys that mean the same everywhere act.</summary>
    public bool AsksOneKey => AskByVoice is Ask.Choice or Ask.Item;

    public bool Asks => AskByText != Ask.Nothing || AskByVoice != Ask.Nothing;
}

/// <summary>Groups of topics, the topics of the group, the answers of the topic or for the country, the answers found for a question.</summary>
public enum ListOf { Groups, Topics, Answers, Country, Found }

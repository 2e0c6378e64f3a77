using System.Collections.Frozen;

namespace Hotline.Flows.Files;

/// <summary>A whole conversation, declared as data. Read by <see cref="FlowFile"/>.</summary>
/// <param name="Neutral">Everything said here may be read by anyone: no sensitive word is allowed in its prompts.</param>
/// <param name="Resumable">Put aside and offered again when its caller comes back through the front door.</param>
/// <param name="Told">What a sentence is that answers no question of this flow.</param>
/// <param name="Moved">States that older versions had under other names.</param>
/// <param name="Done">Where the word "done" leads.</param>
public sealed record Flow(
    string File,
    string Name,
    int Version,
    string Start,
    bool Neutral,
    bool Resumable,
    Told Told,
    IReadOnlyDictionary<string, string> Moved,
    IReadOnlyList<Rule> Done,
    FrozenDictionary<string, State> States);

public enum Told { Story, Question, Nothing }

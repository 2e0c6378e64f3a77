namespace Hotline.Flows.Engine;

/// <summary>What follows from one input.</summary>
/// <param name="Next">The session to store; null when nothing is left to remember.</param>
/// <param name="Texts">By text: the messages to send, packed. By voice: empty, the prompts are played.</param>
/// <param name="Needs">Not null: nothing else here counts. Step again with the same arguments and <see cref="Circumstances.Found"/>.</param>
/// <param name="Wait">What the caller may do now; null when the conversation, and so a call, ends here.</param>
public sealed record Turn(Session? Next, IReadOnlyList<Say> Says, IReadOnlyList<string> Texts, Wait? Wait, IReadOnlyList<Effect> Effects, Lookup? Needs = null)
{
    /// <summary>The flows ran in a circle and the caller was sent to the menu. Never, in flows that the checker has seen.</summary>
    public bool Circled { get; init; }
}

/// <summary>One prompt to be said in one language.</summary>
/// <param name="Values">Placeholder values by name.</param>
public sealed record Say(string Key, string Language, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>What a waiting state takes.</summary>
/// <param name="MaxKeys">How many keys at most are read in one go by voice.</param>
public sealed record Wait(Ask Ask, int MaxKeys);

/// <summary>Item: one of a list that is made while talking. Dial: a person is rung and talks with the caller; what is waited for is the end of it.</summary>
public enum Ask { Nothing, Choice, Item, Number, Place, Phone, Words, Recording, Dial, Code }

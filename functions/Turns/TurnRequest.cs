using Hotline.Flows.Engine;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Turns;

/// <summary>One input on its way into the engine. The number is here only so that it can be sealed when its owner agrees to be contacted.</summary>
/// <param name="Line">Our number that was dialled or texted, so that two lines never share a session.</param>
/// <param name="CheckIn">The line is the check-in line: the client is loaded too.</param>
/// <param name="Id">The turn's id as the provider gives it: MessageSid, or CallSid and step.</param>
public sealed record TurnRequest(CallerId Caller, string Line, string Id, Input Input, Circumstances Circumstances, string? Number, bool CheckIn = false)
{
    /// <summary>Null: it came when it was sent, and its answer is waited for.</summary>
    public Late? Late { get; init; }

    /// <summary>Who this is under each key, newest first; empty while there is one key, and then nothing has to be looked for.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>Where turns of this caller queue.</summary>
    public string Gate => Aliases.Count == 0 ? Caller.Value : Aliases[^1].Caller.Value;
}

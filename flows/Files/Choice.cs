using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>One answer to a choice: a key, the value kept, and where it leads.</summary>
/// <param name="Key">One of 1-9 or *; 0, 9 and # mean the same in every state by voice and may not be taken there.</param>
/// <param name="Value">What is kept, and the name of the word list that is understood as this answer; empty: nothing is kept.</param>
/// <param name="Only">The channel that offers it; null for both.</param>
public sealed record Choice(string Key, string Value, IReadOnlyList<Rule> Goto, IReadOnlyList<Deed> Do, Channel? Only)
{
    public bool On(Channel channel) => Only is null || Only == channel;
}

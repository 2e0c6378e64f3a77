using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What has to be true of a turn that says a sentence with "promises" in the catalogue.</summary>
/// <param name="Sentence">What is done, in words.</param>
public sealed record Promise(string Name, string Sentence, Func<Step, Say, bool> Holds);

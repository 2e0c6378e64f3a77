using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What may happen next.</summary>
/// <param name="Line">As it is typed in the terminal.</param>
/// <param name="Answers">It is an answer to the question just asked: of such moves the length of a conversation is made.</param>
public sealed record Move(string Line, Input Input, Channel Channel, Doing Doing, bool Answers = false);

/// <summary>Own: the caller writes, presses or speaks. Beside: everything else that reaches us. Passing: time, and nobody does anything.</summary>
public enum Doing { Own, Beside, Passing }

namespace Hotline.Flows.CheckIns;

/// <summary>What an input was, where the safe word is waited for. The order is part of <see cref="AgreedWords"/>.</summary>
public enum WordKind
{
    Wrong,
    Safe,
    Duress,

    /// <summary>Not the word, but a cry for help; the reply is the same.</summary>
    Help,

    /// <summary>The safe word after three tries had locked the line.</summary>
    SafeButLocked,
}

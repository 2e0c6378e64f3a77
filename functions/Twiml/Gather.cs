namespace Hotline.Functions.Twiml;

/// <summary>Prompts, and keys that may be pressed while they play. When none is pressed the verbs behind it run.</summary>
/// <param name="Prompts">Say and Play only: Somleng refuses anything else in here.</param>
/// <param name="Action">Absolute address that gets the keys.</param>
/// <param name="NumDigits">How many keys end it; null for any number.</param>
/// <param name="FinishOnKey">One key, or nothing for none.</param>
/// <param name="TimeoutSeconds">Silence after the prompts or the last key.</param>
public sealed record Gather(IReadOnlyList<Verb> Prompts, string Action, int? NumDigits, string FinishOnKey, int TimeoutSeconds) : Verb
{
    public IReadOnlyList<Verb> Prompts { get; } = Prompts.All(static prompt => prompt is Say or Play)
        ? Prompts
        : throw new ArgumentException("A Gather may hold only Say and Play.");

    public string Action { get; } = Argument.Address(Action);

    public int? NumDigits { get; } = NumDigits is null ? null : Argument.AtLeast(1, NumDigits.Value);

    public string FinishOnKey { get; } = FinishOnKey.Length <= 1
        ? Argument.Keys(FinishOnKey)
        : throw new ArgumentException("A Gather ends on one key or on none.");

    public int TimeoutSeconds { get; } = Argument.AtLeast(1, TimeoutSeconds);
}

namespace Hotline.Functions.Twiml;

/// <summary>
/// One instruction to the provider, out of those that both Twilio and Somleng carry out (Somleng ends a call at any other). It prints as its
/// name alone: it holds numbers and texts.
/// </summary>
public abstract record Verb
{
    public sealed override string ToString() => GetType().Name;
}

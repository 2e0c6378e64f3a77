namespace Hotline.Flows.Engine;

/// <summary>The first, and until a key is pressed the only, thing that a phone hears which we rang: whoever holds it, and whatever records it.</summary>
public static class RingPrompts
{
    public const string CheckIn = "check-in.hello";
    public const string Back = "ring.hello";

    public static IEnumerable<(string Key, Channel Channel)> All => [(CheckIn, Channel.Voice), (Back, Channel.Voice)];
}

namespace Hotline.Flows.Engine;

/// <summary>Slots that the engine itself reads or writes; all others are named by the flows.</summary>
public static class Slot
{
    public const string Language = "@language";
    public const string Country = "country";
    public const string Province = "province";
    public const string District = "district";
    public const string Who = "who";
    public const string Callback = "callback";
    public const string Kind = "kind";
    public const string Risk = "risk";
    public const string Alert = "alert";
    public const string Warned = "warned";
    public const string Receipt = "receipt";
}

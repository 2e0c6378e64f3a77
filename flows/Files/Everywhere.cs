using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>The flows and states that the engine knows by name; the checker refuses a set that lacks one.</summary>
public static class Everywhere
{
    public const string Flow = "everywhere";

    public static readonly Place Door = new("front-door", "start");
    public static readonly Place Menu = new("front-door", "menu");
    public static readonly Place Thanks = new("front-door", "thanks");
    public static readonly Place Code = new("return", "receipt");
    public static readonly Place Withdraw = new("return", "withdraw");
    public static readonly Place Safe = new("report", "safe");
    public static readonly Place Asked = new("abroad", "asked");

    public static readonly Place Tips = new("tips", "start");
    public static readonly Place TipsLeft = new("tips", "left");

    public static readonly Place Stop = new(Flow, "stop");
    public static readonly Place NoTips = new(Flow, "no-tips");
    public static readonly Place Erase = new(Flow, "erase");
    public static readonly Place Help = new(Flow, "help");
    public static readonly Place Person = new(Flow, "person");
    public static readonly Place Ringing = new(Flow, "person-call");
    public static readonly Place Offer = new(Flow, "offer");
    public static readonly Place Options = new(Flow, "options");
    public static readonly Place Language = new(Flow, "language");
    public static readonly Place Khmer = new(Flow, "khmer");
    public static readonly Place English = new(Flow, "english");
    public static readonly Place Bye = new(Flow, "bye");
    public static readonly Place GaveUp = new(Flow, "gave-up");

    public static readonly IReadOnlyList<Place> All = [Door, Menu, Thanks, Code, Withdraw, Safe, Asked, Tips, TipsLeft, Stop, NoTips, Erase, Help, Person, Ringing, Offer, Options, Language, Khmer, English, Bye, GaveUp, .. CheckInPlaces.All];
}

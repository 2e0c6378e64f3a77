using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.CheckIns;

/// <summary>The states of the check-in that the engine knows by name.</summary>
public static class CheckInPlaces
{
    public const string Flow = "check-in";

    /// <summary>By voice, before the key code. By text nothing is remembered before the word.</summary>
    public static readonly Place Line = new(Flow, "line");
    public static readonly Place Start = new(Flow, "start");
    public static readonly Place Fine = new(Flow, "fine");
    public static readonly Place Talk = new(Flow, "talk");
    public static readonly Place Stop = new(Flow, "stop");
    public static readonly Place Person = new(Flow, "person");
    public static readonly Place Options = new(Flow, "options");
    public static readonly Place Bye = new(Flow, "bye");
    public static readonly Place GaveUp = new(Flow, "gave-up");

    public static readonly IReadOnlyList<Place> All = [Line, Start, Fine, Talk, Stop, Person, Options, Bye, GaveUp];

    /// <summary>Where a place of the public line lies on this one; whatever has no other name here is a goodbye, never the front door.</summary>
    public static Place Here(Place place) =>
        place.Flow == Flow ? place
        : place == Everywhere.Person || place == Everywhere.Offer ? Person
        : place == Everywhere.Options ? Options
        : place == Everywhere.Stop ? Stop
        : place == Everywhere.Bye ? Bye
        : GaveUp;

    /// <summary>What the public line says on a mistake is said in our own way here.</summary>
    public static string Here(string prompt) => prompt.StartsWith(Flow + ".", StringComparison.Ordinal) ? prompt : Flow + ".again";

    /// <summary>States that lead back to the question they were called from.</summary>
    public static bool Returns(Place place) => place == Person || place == Options;
}

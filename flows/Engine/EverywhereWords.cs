using Hotline.Flows.Files;
using Hotline.Localization.Reading;

namespace Hotline.Flows.Engine;

/// <summary>Words that mean the same in every state. In text one counts only as the whole message: people tell stories that contain "stop".</summary>
internal static class EverywhereWords
{
    /// <summary>By voice, on a question that may stay unanswered; never one of its four keys.</summary>
    public const string SkipKey = "5";

    public const string Repeat = "repeat";
    public const string Back = "back";
    public const string GoOn = "go-on";
    public const string Menu = "menu";
    public const string Done = "done";
    public const string NoTips = "no-tips";

    private static readonly (string List, Place? Place)[] Order =
    [
        ("stop", Everywhere.Stop),
        (NoTips, Everywhere.NoTips),
        ("erase", Everywhere.Erase),
        ("help", Everywhere.Help),
        ("person", Everywhere.Person),
        ("khmer", Everywhere.Khmer),
        ("english", Everywhere.English),
        ("language", Everywhere.Language),
        (Menu, null),
        (Repeat, null),
        (Back, null),
        (GoOn, null),
        (Done, null),
    ];

    public static IEnumerable<string> Lists => Order.Select(item => item.List);

    /// <summary>The name of the word list that the whole message belongs to, or null.</summary>
    public static string? Match(string body, WordLists words)
    {
        if (body.Length is 0 or > Limits.EverywhereWordLength || (body.Length <= 2 && char.IsAsciiDigit(body[0])))
            return null;
        foreach (var (list, _) in Order)
            if (words.IsWhole(list, body))
                return list;
        return null;
    }

    public static Place? LeadsTo(string list)
    {
        foreach (var (name, place) in Order)
            if (name == list)
                return place;
        return null;
    }

    /// <summary>By voice, and only where a single key is asked: 0 a person, 9 the options, # the end.</summary>
    public static Place? OfKey(string keys) => keys switch
    {
        "0" => Everywhere.Person,
        "9" => Everywhere.Options,
        "#" => Everywhere.Bye,
        _ => null,
    };
}

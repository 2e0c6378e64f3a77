using Hotline.Localization.Reading;

namespace Hotline.Tests.Reading;

/// <summary>The lists that the program ships.</summary>
internal static class Data
{
    public static string WordsJson { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "localization", "words.json"));

    public static string PlacesJson { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "localization", "places.json"));

    public static WordLists Words { get; } = WordLists.Parse(WordsJson);

    public static Places Places { get; } = Places.Parse(PlacesJson);

    public static Reader Reader { get; } = new(Words, Places);
}

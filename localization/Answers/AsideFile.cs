using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>aside.json: questions that have nothing to do with us.</summary>
internal static class AsideFile
{
    public const string File = "aside.json";

    public static IReadOnlyList<string> Read(string json)
    {
        using var document = StrictJson.Open(json, File);
        var fields = StrictJson.Fields(document.RootElement, File, "km", "latin", "en");
        return [.. fields.Keys.SelectMany(script => StrictJson.Words(fields, script, File))];
    }
}

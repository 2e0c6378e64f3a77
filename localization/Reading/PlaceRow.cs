using System.Text.Json;

namespace Hotline.Localization.Reading;

/// <summary>One row of places.json, and where it stands.</summary>
internal sealed record PlaceRow(Dictionary<string, JsonElement> Fields, string Where)
{
    public string Code { get; } = Checked(StrictJson.Text(Fields, "code", Where), Where);

    public string English { get; } = StrictJson.Text(Fields, "en", Where);

    public string Khmer { get; } = StrictJson.Text(Fields, "km", Where);

    public string Text(string name) => StrictJson.Text(Fields, name, Where);

    /// <summary>Puts all names of the row into the index.</summary>
    public void Name(PlaceIndex index, PlaceFound place)
    {
        index.Add(English, place, Where);
        index.Add(Khmer, place, Where);
        foreach (var other in StrictJson.Words(Fields, "also", Where))
            index.Add(other, place, Where);
    }

    private static string Checked(string code, string where) =>
        code.Length >= 2 ? code : throw new FormatException($"{where}: \"code\" is too short.");
}

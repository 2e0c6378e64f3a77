using System.Text.Json;
using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Tips;

/// <summary>All tips, in the order of the file.</summary>
public sealed class TipBook(IReadOnlyList<Tip> all)
{
    public const string File = "tips.json";

    public IReadOnlyList<Tip> All => all;

    public Tip? Find(string id) => all.FirstOrDefault(tip => tip.Id == id);

    /// <exception cref="FormatException">The file is not what its first lines say; the message names the tip. What a tip says is looked at by the checker.</exception>
    public static TipBook Parse(string json)
    {
        using var document = StrictJson.Open(json, File);
        var root = StrictJson.Fields(document.RootElement, File, "tips");
        if (!root.TryGetValue("tips", out var list) || list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{File}: \"tips\" must be a list.");
        var tips = list.EnumerateArray().Select(Read).ToList();
        if (tips.GroupBy(tip => tip.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"{File}, \"{twice.Key}\": the id is there twice.");
        return new TipBook(tips);
    }

    private static Tip Read(JsonElement element)
    {
        var fields = StrictJson.Fields(element, $"{File}, a tip", "id", "text", "segments", "why", "months", "provinces", "interests", "word", "source", "checked", "expires", "review");
        var id = StrictJson.Text(fields, "id", $"{File}, a tip");
        var where = $"{File}, \"{id}\"";
        if (!TipName.IsOne(id))
            throw new FormatException($"{where}: an id is small letters, digits and dashes, at most {TipName.Longest} of them.");
        var texts = StrictJson.Fields(fields.TryGetValue("text", out var both) ? both : throw new FormatException($"{where} needs \"text\"."), $"{where}, \"text\"", "km", "en");
        return new Tip(
            id,
            new Bilingual(StrictJson.Text(texts, "km", $"{where}, \"text\""), StrictJson.Text(texts, "en", $"{where}, \"text\"")),
            fields.TryGetValue("segments", out var segments) ? Number(segments, where, "segments") : 1,
            fields.ContainsKey("why") ? StrictJson.Text(fields, "why", where) : null,
            Months(fields, where),
            [.. StrictJson.Words(fields, "provinces", where)],
            [.. StrictJson.Words(fields, "interests", where)],
            fields.ContainsKey("word") ? StrictJson.Text(fields, "word", where) : null,
            StrictJson.Text(fields, "source", where),
            TipDays.Read(fields, "checked", where),
            TipDays.Read(fields, "expires", where),
            StrictJson.Text(fields, "review", where));
    }

    private static List<int> Months(Dictionary<string, JsonElement> fields, string where)
    {
        if (!fields.TryGetValue("months", out var list))
            return [];
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(month => Number(month, where, "months"))] : throw new FormatException($"{where}: \"months\" must be a list of numbers.");
    }

    private static int Number(JsonElement element, string where, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : throw new FormatException($"{where}: \"{name}\" must be whole numbers.");
}

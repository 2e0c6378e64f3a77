using System.Text.Json;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>topics.json: the groups and topics behind the keys.</summary>
internal static class TopicsFile
{
    public const string File = "topics.json";
    private const int MostKeys = 4;

    public static IReadOnlyList<AnswerGroup> Read(string json)
    {
        using var document = StrictJson.Open(json, File);
        return List(StrictJson.Fields(document.RootElement, File, "groups"), "groups", File, ReadGroup);
    }

    private static AnswerGroup ReadGroup(JsonElement element)
    {
        var fields = StrictJson.Fields(element, $"{File}, a group", "id", "name", "topics");
        var id = StrictJson.Text(fields, "id", $"{File}, a group");
        return new(id, EntryFields.Both(fields, "name", $"{File}, \"{id}\""), List(fields, "topics", $"{File}, \"{id}\"", ReadTopic));
    }

    private static AnswerTopic ReadTopic(JsonElement element)
    {
        var fields = StrictJson.Fields(element, $"{File}, a topic", "id", "name");
        var id = StrictJson.Text(fields, "id", $"{File}, a topic");
        return new(id, EntryFields.Both(fields, "name", $"{File}, \"{id}\""));
    }

    private static List<T> List<T>(Dictionary<string, JsonElement> fields, string name, string where, Func<JsonElement, T> read)
    {
        var array = EntryFields.Needed(fields, name, where);
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() is < 1 or > MostKeys)
            throw new FormatException($"{where}: \"{name}\" must be a list of 1 to {MostKeys}, so that keys reach them.");
        return [.. array.EnumerateArray().Select(read)];
    }
}

using System.Globalization;
using System.Text.Json;

namespace Hotline.Flows.CheckIns;

/// <summary>An enrolment as JSON, as a caseworker writes it and as it is stored. Strict: every field known, once, in its shape. Days are 2026-12-01, times 18:00, spans 2w or 6m.</summary>
public static class EnrolmentFile
{
    /// <returns>The enrolment, or every problem as one sentence that never repeats a value.</returns>
    public static (Enrolment? Enrolment, IReadOnlyList<string> Problems) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return (null, [$"Line {e.LineNumber + 1} is not JSON."]);
        }
    }

    public static (Enrolment? Enrolment, IReadOnlyList<string> Problems) Read(JsonElement element)
    {
        var fields = new EnrolmentFields(element, []);
        var (consent, hours) = (fields.Inner("consent"), fields.Inner("hours"));
        var enrolment = new Enrolment
        {
            ConsentOn = consent.Day("on") ?? default,
            ConsentBy = consent.Text("by") ?? "",
            Language = fields.Text("language") ?? "",
            Channel = fields.Word<Reach>("channel") ?? default,
            From = hours.Time("from") ?? default,
            To = hours.Time("to") ?? default,
            Weekdays = fields.Words<DayOfWeek>("weekdays"),
            SharedPhone = fields.Flag("sharedPhone"),
            CoverStory = fields.Text("coverStory") ?? "",
            Opener = fields.Text("opener") ?? "",
            Talk = fields.Text("talk") ?? "",
            SafeWord = fields.Optional("safeWord"),
            DuressWord = fields.Optional("duressWord"),
            SafeCode = fields.Optional("safeCode"),
            DuressCode = fields.Optional("duressCode"),
            Page = fields.Texts("page"),
            Cadence = fields.Cadence(),
            Start = fields.Day("start") ?? default,
            Tries = fields.Whole("tries") ?? Enrolment.UsualTries,
        };
        consent.Close();
        hours.Close();
        fields.Close();
        return (fields.Problems.Count == 0 ? enrolment : null, fields.Problems);
    }

    public static void Write(Utf8JsonWriter json, Enrolment enrolment)
    {
        json.WriteStartObject();
        json.WriteStartObject("consent");
        json.WriteString("on", Day(enrolment.ConsentOn));
        json.WriteString("by", enrolment.ConsentBy);
        json.WriteEndObject();
        json.WriteString("language", enrolment.Language);
        json.WriteString("channel", Name(enrolment.Channel));
        json.WriteStartObject("hours");
        json.WriteString("from", Time(enrolment.From));
        json.WriteString("to", Time(enrolment.To));
        json.WriteEndObject();
        List(json, "weekdays", enrolment.Weekdays.Select(Name));
        json.WriteBoolean("sharedPhone", enrolment.SharedPhone);
        json.WriteString("coverStory", enrolment.CoverStory);
        json.WriteString("opener", enrolment.Opener);
        json.WriteString("talk", enrolment.Talk);
        foreach (var (name, secret) in new[] { ("safeWord", enrolment.SafeWord), ("duressWord", enrolment.DuressWord), ("safeCode", enrolment.SafeCode), ("duressCode", enrolment.DuressCode) })
            if (secret is not null)
                json.WriteString(name, secret);
        List(json, "page", enrolment.Page);
        List(json, "cadence", enrolment.Cadence.First.Select(step => step.ToString()));
        json.WriteString("then", enrolment.Cadence.Then.ToString());
        json.WriteString("start", Day(enrolment.Start));
        json.WriteNumber("tries", enrolment.Tries);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>The state of things at the Thai border (thailand-notice.json), dated, and put into every answer that says {thailand}.</summary>
internal sealed record BorderNotice(DateOnly Checked, DateOnly Expires, (string Text, string Voice) Km, (string Text, string Voice) En)
{
    public const string File = "thailand-notice.json";
    public const string Placeholder = "{thailand}";

    public static BorderNotice Parse(string json)
    {
        using var document = StrictJson.Open(json, File);
        var fields = StrictJson.Fields(document.RootElement, File, "source", "checked", "expires", "review", "text", "voice");
        StrictJson.Text(fields, "source", File);
        StrictJson.Text(fields, "review", File);
        var (text, voice) = (EntryFields.Both(fields, "text", File), EntryFields.Both(fields, "voice", File));
        var (seen, expires) = EntryFields.Dates(fields, File);
        return new(seen, expires, (text.Km, voice.Km), (text.En, voice.En));
    }
}

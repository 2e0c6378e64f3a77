using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Alerts;

/// <summary>What staff read: "open the desk", and six letters. In every language one after the other where one message holds them, else in the first.</summary>
public sealed class AlertText(Phrasebook phrases)
{
    private const string Between = " / ";

    public string Of(string id)
    {
        var values = new Dictionary<string, string>(1, StringComparer.Ordinal) { [Placeholder.Alert] = id };
        var said = phrases.Languages.Select(language => phrases.Text(StaffPrompts.Alert, language, values)).ToList();
        var whole = string.Join(Between, said);
        return SmsSegments.Measure(whole).Segments == 1 ? whole : said[0];
    }
}

using System.Globalization;

namespace Hotline.Tests.Carriers;

/// <summary>The filters of Twilio's message list: To, From, and DateSent as a day, from, or until, each end included. Somleng takes no notice of any.</summary>
internal sealed record MessageFilter(string? To, string? Sender, DateTimeOffset? From, DateTimeOffset? Until)
{
    public static MessageFilter Of(Asked asked)
    {
        var day = Time(asked.Asks("DateSent"));
        return new(asked.Asks("To"), asked.Asks("From"), day ?? Time(asked.Asks("DateSent>")), day?.AddDays(1).AddSeconds(-1) ?? Time(asked.Asks("DateSent<")));
    }

    public bool Takes(KeptMessage message) =>
        (To is null || Phones.Same(message.To, To)) && (Sender is null || Phones.Same(message.From, Sender))
        && !(Whole(message.Listed) < From) && !(Whole(message.Listed) > Until);

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

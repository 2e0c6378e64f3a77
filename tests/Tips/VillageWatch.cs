using Hotline.Functions.Providers;
using Hotline.Functions.Tips;
using Hotline.Localization.Tips;
using Hotline.Tests.Golden;

namespace Hotline.Tests.Tips;

/// <summary>Sees every text that the provider takes, and knows by itself who is on the list and what was stopped.</summary>
internal sealed class VillageWatch(TimeProvider clock)
{
    private static readonly DateOnly[] Holidays = [new(2026, 4, 14), new(2026, 4, 15)];

    private readonly HashSet<string> joined = new(StringComparer.Ordinal);
    private readonly HashSet<string> stopped = new(StringComparer.Ordinal);
    private readonly List<(string To, string Tip, DateOnly Day)> sent = [];

    public List<string> Wrong { get; } = [];

    public int Sent => sent.Count;

    public void In(string person) => joined.Add(person);

    public void Out(string person) => joined.Remove(person);

    public void Stopped(string broadcast) => stopped.Add(broadcast);

    public void Took(OutboundMessage message)
    {
        var here = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        var day = DateOnly.FromDateTime(here.DateTime);
        var tip = Hotlines.Context.Tips!.All.Single(one => one.Text.Km == message.Body || one.Text.En == message.Body);
        if (here.Hour is < 8 or >= 19 || Holidays.Contains(day))
            Wrong.Add("one went out outside the hours");
        if (here + message.ValidFor > new DateTimeOffset(day, new TimeOnly(19, 0), TimeSpan.FromHours(7)))
            Wrong.Add("one may reach a phone outside the hours");
        if (!joined.Contains(message.To))
            Wrong.Add("one went to a person who left or stopped");
        if (NamesOf(tip, day).All(stopped.Contains))
            Wrong.Add("one went out after its broadcast was stopped");
        if (sent.Any(one => one.To == message.To && one.Tip == tip.Id))
            Wrong.Add("one went out twice");
        if (sent.Any(one => one.To == message.To && one.Day == day))
            Wrong.Add("two went to a person on one day");
        if (sent.Count(one => one.To == message.To && one.Day > day.AddDays(-31)) >= TipSubscription.MostAMonth)
            Wrong.Add("a person got more than we said in a month");
        sent.Add((message.To, tip.Id, day));
    }

    /// <summary>A broadcast of last month may still be going out.</summary>
    private static string[] NamesOf(Tip tip, DateOnly day) => [.. new[] { day, day.AddDays(-14) }.Select(one => Broadcast.NameOf(tip.Id, one)).Distinct()];
}

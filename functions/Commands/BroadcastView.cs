using System.Globalization;
using System.Text.Json;
using Hotline.Flows.Engine;
using Hotline.Functions.Tips;
using Hotline.Localization.Sms;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Commands;

/// <summary>Tips and broadcasts for an operator's terminal, or one JSON object a line.</summary>
/// <param name="price">Of a segment, in dollars.</param>
internal sealed class BroadcastView(TextWriter output, bool json, decimal price, double perSecond)
{
    private static readonly string[] Languages = ["km", "en"];

    public Task Tip(Tip tip, string? whyNot) => json
        ? Line(new { type = "tip", tip.Id, tip.Text, tip.Months, tip.Provinces, tip.Interests, tip.Word, tip.Source, tip.Checked, tip.Expires, tip.Review, whyNot })
        : output.WriteLineAsync($"{tip.Id,-24} {(whyNot is null ? "" : "(" + whyNot + ") ")}{tip.Text.En}");

    public async Task People(IReadOnlyDictionary<string, int> people)
    {
        if (json)
            await Line(new { type = "people", people, all = people.Values.Sum() });
        else
            await output.WriteLineAsync($"{people.Values.Sum()} people get tips{(people.Count == 0 ? "" : ": " + Joined(people))}.");
    }

    public async Task Plan(Tip tip, BroadcastPlan plan, string? whyNot)
    {
        var texts = Languages.Select(language => (Language: language, Text: plan.Text.In(language), People: plan.People.GetValueOrDefault(language))).Select(one => new { one.Language, one.Text, SmsSegments.Measure(one.Text).Units, SmsSegments.Measure(one.Text).Segments, one.People }).ToList();
        if (json)
        {
            await Line(new { type = "plan", plan.Name, tip = tip.Id, whyNot, stopped = plan.Made?.Stopped is not null, people = plan.Count, segments = plan.Segments, cost = plan.Cost(price), from = Here(plan.From), until = Here(plan.Until), perSecond, texts });
            return;
        }

        await output.WriteLineAsync($"{plan.Name}{(plan.Made is null ? "" : plan.Made.Stopped is null ? ", made before: these people come to it" : ", stopped")}{(whyNot is null ? "" : $"; {tip.Id} {whyNot}")}");
        foreach (var text in texts)
            await output.WriteLineAsync($"  {text.Language}  {text.Units} units, {text.Segments} {(text.Segments == 1 ? "segment" : "segments")}, {text.People} people: {text.Text}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {plan.Count} people, {plan.Segments} segments, {plan.Cost(price):0.00} dollars at {price} a segment"));
        if (plan.Count > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {Moment(plan.From)} to {Moment(plan.Until)} in Phnom Penh, {perSecond} a second"));
    }

    public async Task Status(Broadcast broadcast, IReadOnlyDictionary<string, int> ends, (int Joined, int Left) since, int? answered)
    {
        var made = DateTimeOffset.FromUnixTimeSeconds(broadcast.Made);
        if (json)
        {
            await Line(new { type = "broadcast", broadcast.Name, broadcast.Tip, made = Here(made), stopped = broadcast.Stopped is { } at ? Here(DateTimeOffset.FromUnixTimeSeconds(at)) : (DateTimeOffset?)null, ends, joinedSince = since.Joined, leftSince = since.Left, broadcast.Word, answered });
            return;
        }

        await output.WriteLineAsync($"{broadcast.Name}, made {Moment(made)}{(broadcast.Stopped is { } stopped ? $", stopped {Moment(DateTimeOffset.FromUnixTimeSeconds(stopped))}" : "")}");
        await output.WriteLineAsync($"  {(ends.Count == 0 ? "nobody" : Joined(ends))}");
        await output.WriteLineAsync($"  since: {since.Joined} joined, {since.Left} left{(answered is { } count ? $", {count} conversations began with {broadcast.Word}" : "")}");
    }

    public Task Campaign(string name, int ever, int lately) => json
        ? Line(new { type = "campaign", name, conversations = ever, lastThirtyDays = lately })
        : output.WriteLineAsync($"{name,-24} {ever,6} conversations, {lately} of them in the last 30 days");

    private Task Line<T>(T value) => output.WriteLineAsync(JsonSerializer.Serialize(value, CommandJson.Lines));

    private static string Joined(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));

    private static DateTimeOffset Here(DateTimeOffset at) => at.ToOffset(Limits.PhnomPenh);

    private static string Moment(DateTimeOffset at) => Here(at).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}

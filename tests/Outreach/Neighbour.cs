using System.Diagnostics.CodeAnalysis;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Outreach;

/// <summary>A client with a phone and habits of their own, and sometimes somebody else's hand on the phone. The same for a seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Neighbour
{
    private static readonly string[] Wrong = ["who is this?", "នរណាហ្នឹង?", "ok", "hello", "ខ្ញុំរវល់"];

    private readonly Town town;
    private readonly Random dice;
    private readonly double answers;
    private readonly double careless;
    private int seen;

    public Neighbour(Town town, int seed)
    {
        (this.town, dice) = (town, new Random(seed));
        Phone = $"+85510{seed:D6}";
        answers = dice.NextDouble();
        careless = dice.Next(4) == 0 ? 0.3 : 0.02;
        var from = dice.Next(6, 19);
        Enrolment = SampleClient.In(dice.Next(3) == 0 ? "en" : "km").Enrolment! with
        {
            From = new TimeOnly(from, dice.Next(2) * 30),
            To = new TimeOnly(from, 0).AddMinutes(90 + (30 * dice.Next(5))),
            Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(_ => dice.Next(2) == 0).DefaultIfEmpty(DayOfWeek.Sunday)],
            Channel = (Reach)dice.Next(3),
            Opener = $"{dice.Next(1, 6)}",
            Tries = dice.Next(1, 5),
            ConsentOn = new DateOnly(2026, 3, 1),
            Start = new DateOnly(2026, 3, 2).AddDays(dice.Next(60)),
        };
        var other = town.Provider.Phones[Phone];
        other.Landline = dice.Next(40) == 0;
        other.Nobody = dice.Next(60) == 0;
        other.Rung = _ => Rung();
    }

    public string Phone { get; }

    public Enrolment Enrolment { get; }

    /// <summary>From when on nothing may come any more: the gateway has heard a stop.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public async Task Enrol() => await town.Services.GetRequiredService<ClientBook>().Enrol(Enrolment, Phone, town.Now);

    /// <summary>Off for a day now and then.</summary>
    public void Wake() => town.Provider.Phones[Phone].Off = dice.Next(12) == 0;

    /// <summary>Reads what has come since, and answers or not.</summary>
    public async Task Look(IReadOnlyList<Sent> mine)
    {
        for (; seen < mine.Count && mine[seen] is { Kind: SentKind.Call } or { Reached: not null }; seen++)
        {
            if (mine[seen].Kind == SentKind.Call || StoppedAt is not null)
                continue;
            var roll = dice.NextDouble();
            if (roll < careless)
                await Text(Wrong[dice.Next(Wrong.Length)]);
            else if (roll < careless + 0.01)
                await Text(Enrolment.DuressWord!);
            else if (roll < careless + 0.03)
                await Stop();
            else if (roll < answers)
                await Answer();
        }
    }

    private async Task Answer()
    {
        if (Enrolment.SafeWord is null)
            return;
        await Text(Enrolment.SafeWord);
        await Text(dice.Next(4) == 0 ? "3" : "1");
    }

    private async Task Stop()
    {
        var (_, heard) = await town.Provider.Receive(Phone, dice.Next(2) == 0 ? Town.CheckIns : Town.Public, dice.Next(2) == 0 ? "stop" : "ឈប់");
        if (heard is not null)
            StoppedAt = town.Now;
    }

    private async Task Text(string body) => await town.Provider.Receive(Phone, Town.CheckIns, body);

    private Answering Rung()
    {
        var roll = dice.NextDouble();
        if (roll < careless)
            return new Answering.By(call => call.Over ? Task.CompletedTask : call.Press("1111"));
        if (roll < 0.1)
            return new Answering.Busy();
        return roll < answers ? new Answering.By(Speak) : new Answering.NotAnswered();
    }

    private async Task Speak(RobotCall call)
    {
        foreach (var key in new[] { Enrolment.SafeCode!, "4", "1", "1", "3" })
            if (!call.Over)
                await call.Press(key);
    }
}

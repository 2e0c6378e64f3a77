using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>One client and a worker that is never late, from 2 March 2026 on.</summary>
internal sealed class LadderWalk(Client client, DateTimeOffset? from = null)
{
    public Client Client { get; set; } = client;

    public DateTimeOffset Now { get; private set; } = from ?? At("03-02 00:00");

    /// <summary>What becomes of a try.</summary>
    public Func<ContactTry, TryEnd> End { get; set; } = _ => TryEnd.Sent;

    /// <summary>With the safe word, in the same moment.</summary>
    public bool Answers { get; set; }

    public string Format { get; init; } = "ddd dd HH";

    public static DateTimeOffset At(string moment) => DateTimeOffset.ParseExact("2026-" + moment + " +07:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <returns>What was done, one line each.</returns>
    public List<string> Until(DateTimeOffset end)
    {
        List<string> said = [];
        while (true)
        {
            var step = ContactLadder.Next(Client, Now);
            Client = step.Client;
            var moment = Now.ToOffset(CheckInPlan.PhnomPenh).ToString(Format, CultureInfo.InvariantCulture);
            if (step is ContactStep.Raise raise)
                said.Add($"{moment} {raise.Reason} {raise.Rung}");
            if (step is ContactStep.Reach reach)
            {
                said.Add($"{moment} {reach.Channel} {reach.Rung}");
                Client = ContactLadder.Ended(Client, reach.At, reach.Channel, End(Client.Contact!.Tries[^1]));
                if (Answers)
                    Client = Client.After([new Effect.WordHeard(WordKind.Safe)], CheckInPlan.Today(Now));
            }

            if (ContactLadder.When(Client, Now) is not { } next || next > end)
            {
                Now = end;
                return said;
            }

            Assert.True(next > Now || step is not ContactStep.Nothing, "It would look again at once without end.");
            Now = next;
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Hotline.Functions.Providers;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>Any sequence of things that can happen to a send, in any order.</summary>
public sealed class OnceTests
{
    /// <summary>Accepted; not processed, by the provider's own word; not sent; perhaps processed; refused.</summary>
    private enum Happens
    {
        Accepted,
        TooMany,
        NobodyThere,
        Lost,
        Trouble,
        Unreadable,
        Refused,
    }

    [Fact]
    public void A_text_arrives_once_at_most_and_what_we_say_of_it_is_true() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Enum.GetValues<Happens>()).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(),
        script =>
        {
            var network = new ScriptedNetwork([.. script.Select(Step)]);
            using var client = Ours.Client(network);
            var result = client.SendMessage(Ours.Message, default).GetAwaiter().GetResult();
            var happened = Enumerable.Range(0, network.Requests.Count).Select(i => script[Math.Min(i, script.Length - 1)]).ToArray();
            var mayHaveGone = happened.Count(one => one is Happens.Accepted or Happens.Lost or Happens.Trouble or Happens.Unreadable);
            var said = result.Failure switch
            {
                null => happened[^1] == Happens.Accepted,
                Failure.TryLater => mayHaveGone == 0,
                Failure.OptedOut => happened[^1] == Happens.Refused && mayHaveGone == 0,
                Failure.Unknown => mayHaveGone == 1,
                _ => false,
            };
            return mayHaveGone <= 1 && said && network.Requests.Count <= 3;
        }));

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Step(Happens what) => what switch
    {
        Happens.Accepted => Answer(201, Ours.Accepted),
        Happens.TooMany => Answer(429, """{"code": 20429}"""),
        Happens.NobodyThere => Refuse,
        Happens.Lost => Lose,
        Happens.Trouble => Answer(503),
        Happens.Unreadable => Answer(201, "{"),
        _ => Answer(400, """{"code": 21610}"""),
    };
}

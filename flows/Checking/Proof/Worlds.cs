using Hotline.Flows.CheckIns;
using Hotline.Localization;

namespace Hotline.Flows.Checking.Proof;

/// <summary>The circumstances that the proof is made in: every value of each at least once. Not every combination: no rule of a flow reads two of them together.</summary>
public static class Worlds
{
    /// <summary>A Monday morning in Phnom Penh, as in the terminal, so that what is found can be typed there.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);

    /// <summary>A number of nobody: what is explored is that there is one.</summary>
    private const string Duty = "+85512000001";

    public static IReadOnlyList<World> Of(CheckContext context)
    {
        Phrasebook Nobody() => context.Phrases.ToTry(null);
        Phrasebook Somebody() => context.Phrases.ToTry(Duty);
        var (open, closed) = (Hour(Somebody(), answers: true), Hour(Somebody(), answers: false));
        return
        [
            new("km", Nobody(), "km", "KH", Monday, EveryAnswer: true),
            new("en", Nobody(), "en", "KH", Monday, EveryAnswer: true),
            new("km, from Thailand, somebody on duty, staff", Somebody(), "km", "TH", open, Staff: true),
            new("en, from anywhere, on duty at other hours, old answers", Somebody(), "en", null, closed.AddYears(3)),
            new("km, number hidden, on duty at other hours", Somebody(), "km", "KH", closed, Withheld: true),
            new("en, number hidden, from Thailand, somebody on duty", Somebody(), "en", "TH", open, Withheld: true),
            new("km, check-in line", Nobody(), "km", "KH", Monday, EveryAnswer: true, Client: SampleClient.In("km")),
            new("en, check-in line, words of their own", Nobody(), "en", "KH", Monday, EveryAnswer: true, Client: SampleClient.In("en", "Thanks, see you at the shop.")),
            new("km, check-in line, locked", Nobody(), "km", "KH", Monday, Client: SampleClient.In("km") with { Standing = Standing.Locked }),
            new("km, check-in line, nobody enrolled", Nobody(), "km", "KH", Monday, Client: Client.Nobody),
        ];
    }

    /// <summary>The first hour of the week at which somebody answers, or nobody; without any, Monday.</summary>
    private static DateTimeOffset Hour(Phrasebook phrases, bool answers) =>
        Enumerable.Range(0, 24 * 7).Select(hour => Monday.AddHours(hour)).Where(hour => phrases.PersonAnswers(hour) == answers).Append(Monday).First();
}

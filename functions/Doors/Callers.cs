using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Localization;

namespace Hotline.Functions.Doors;

/// <summary>Number → pseudonym. The number goes no further inward.</summary>
public sealed class Callers(Pseudonyms pseudonyms, Phrasebook phrases, Staff staff, CheckInLine checkIns)
{
    public TurnRequest Request(Received received, Channel channel, Input input)
    {
        var theirs = received.Outbound ? received.To : received.From;
        var ours = received.Outbound ? received.From : received.To;
        // In a call of ours the number that is hidden or short is our own.
        var number = !received.Outbound && (received.Withheld || received.Unanswerable) ? null : Party.International(theirs);
        var (key, keys) = pseudonyms.CallerKeys;
        var caller = Of(received, number, key);
        // Who hides the number is most likely where our own number is.
        var country = phrases.Numbers.CountryOfPrefix(number ?? Party.International(ours));
        return new TurnRequest(caller.Caller, Line(ours), received.Id, input, new Circumstances(channel, number is null, country, caller.Call, staff.Is(number)), number, checkIns.Is(ours))
        {
            Aliases = keys.Count == 1 ? [] : [.. keys.Select(one => Of(received, number, one))],
        };
    }

    /// <summary>A name that a carrier shows, like "Wireless Caller", is the name of many: without a number the call itself is the caller.</summary>
    private Alias Of(Received received, string? number, Key key) => new(
        number is null ? pseudonyms.OfCall(received.CallSid ?? received.Id, key) : pseudonyms.OfNumber(number, key),
        received.CallSid is { } call ? pseudonyms.OfCall(call, key).Value[..8] : null);

    /// <summary>Our number as sessions are kept under it.</summary>
    public static string Line(string number) => new(number.Where(char.IsAsciiLetterOrDigit).ToArray());
}

using System.Collections.Frozen;
using static Hotline.Functions.Providers.RefusalKind;

namespace Hotline.Functions.Providers;

/// <summary>
/// What the providers' codes mean for us, whether they come as the answer to a request or later in a delivery report. Codes that are not here are
/// judged by their HTTP status (<see cref="StatusMeaning"/>): providers add codes without notice.
/// </summary>
public static class ProviderErrors
{
    private const string Twilio = "twilio.com/docs/api/errors";
    private const string TwilioLimits = "twilio.com/docs/usage/rate-limits: a 429 was not processed";
    private const string Somleng = "github.com/somleng/somleng: ApplicationError::Errors";

    /// <summary>Not read on a page of the provider's; taken for what it is generally said to be.</summary>
    private const string Hearsay = "unconfirmed";

    private static readonly Failure Unsure = new Failure.Unknown();

    /// <summary>Every row once; <see cref="All"/> is what tests read.</summary>
    public static IReadOnlyList<ProviderError> All { get; } =
    [
        // The person
        new("21610", new Failure.OptedOut(), Twilio),
        new("21211", No(TheirNumber), Twilio),
        new("21214", No(TheirNumber), Twilio),
        new("21217", No(TheirNumber), Twilio),
        new("13224", No(TheirNumber), Somleng),
        new("30005", No(TheirNumber), Twilio),
        new("21614", No(TakesNoTexts), Twilio),
        new("30006", No(TakesNoTexts), Twilio),
        new("30003", Later(minutes: 60), Twilio), // switched off, or no network
        // The way there
        new("21408", No(NotAllowedThere), Twilio),
        new("21215", No(NotAllowedThere), Hearsay),
        new("13227", No(NotAllowedThere), Hearsay),
        new("S1007", No(NotAllowedThere), Somleng),
        new("30004", No(Filtered), Twilio),
        new("30007", No(Filtered), Twilio),
        new("30034", No(Filtered), Hearsay),
        new("13225", No(Filtered), Somleng),
        new("30036", No(TooLate), Twilio),
        new("S1001", No(TooLate), Somleng),
        new("30008", Unsure, Twilio),
        new("30001", Later(minutes: 10), Twilio), // the queue is full
        new("21611", Later(minutes: 10), Twilio),
        new("S1002", Later(minutes: 10), Somleng), // its gateway is not connected
        // Us
        new("21606", No(OurNumber), Twilio),
        new("21210", No(OurNumber), Somleng),
        new("21701", No(OurNumber), Somleng),
        new("21703", No(OurNumber), Somleng),
        new("21704", No(OurNumber), Somleng),
        new("20003", No(OurAccount), Twilio),
        new("30002", No(OurAccount), Somleng),
        new("30037", No(OurAccount), Somleng),
        new("S1004", No(OurAccount), Somleng),
        new("S1005", No(OurAccount), Somleng),
        new("S1006", No(OurAccount), Somleng),
        new("20422", No(OurRequest), Somleng),
        new("21617", No(OurRequest), Twilio),
        new("90007", No(OurRequest), Twilio),
        // What it is about
        new("20404", No(NotThere), Twilio),
        new("21220", No(CallIsOver), Somleng),
        new("20009", Later(minutes: 10), Twilio), // deleted or emptied before it is final
        new("S1003", Later(minutes: 10), Somleng),
        // The provider
        new("20429", Later(minutes: 0.5), TwilioLimits),
        new("20500", Unsure, Twilio), // may have been processed
    ];

    private static readonly FrozenDictionary<string, Failure> ByCode = All.ToFrozenDictionary(row => row.Code, row => row.Means, StringComparer.Ordinal);

    /// <returns>Null for a code that we do not know.</returns>
    public static Failure? Of(string? code) => code is null ? null : ByCode.GetValueOrDefault(code) switch
    {
        Failure.RefusedForGood refused => refused with { Fault = code },
        var other => other,
    };

    private static Failure.RefusedForGood No(RefusalKind kind) => new(kind);

    private static Failure.TryLater Later(double minutes) => new(TimeSpan.FromMinutes(minutes));
}

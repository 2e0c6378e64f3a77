using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Providers;
using Hotline.Functions.Sending;
using Hotline.Localization;

namespace Hotline.Functions.CheckIns;

/// <summary>The first words to a client: an agreed, neutral text, or a call that says hello and nothing else.</summary>
public sealed class Openers(Sender sender, Lines lines, Phrasebook phrases, OffThePhone offThePhone)
{
    public async Task<TryEnd> Go(Enrolment enrolment, string phone, Channel by, string id, TimeSpan left, CancellationToken cancel)
    {
        if (lines.CheckIn is not { } from)
            return TryEnd.NotSent;
        if (by == Channel.Voice && offThePhone.Applies)
            return TryEnd.Refused;
        var result = by == Channel.Voice ? await sender.Call(from, phone, id, cancel) : await sender.Text(from, phone, Text(enrolment), id, cancel, left);
        return result.Failure switch
        {
            null => TryEnd.Sent,
            Failure.OptedOut => TryEnd.OptedOut,
            Failure.RefusedForGood { Kind: RefusalKind.TheirNumber or RefusalKind.TakesNoTexts } => TryEnd.Refused,
            // Ours to mend: the account, the number, the permission. It may be tried later.
            Failure.RefusedForGood or Failure.TryLater => TryEnd.NotSent,
            _ => TryEnd.Unknown,
        };
    }

    /// <summary>Whether a try of which nobody stored the end went out. Of a call the provider lists nothing that we could look up.</summary>
    /// <returns>Null when the provider could not be asked.</returns>
    public async Task<bool?> Went(Enrolment enrolment, string phone, ContactTry made, CancellationToken cancel) =>
        made.By == Channel.Voice || lines.CheckIn is not { } from ? false : await sender.Went(from, phone, Text(enrolment), made.At, cancel);

    private string Text(Enrolment enrolment) =>
        enrolment.Opener.Length == 1 ? phrases.Text(CheckInPrompts.Opener(enrolment.Opener), enrolment.Language, new Dictionary<string, string>(0)) : enrolment.Opener;
}

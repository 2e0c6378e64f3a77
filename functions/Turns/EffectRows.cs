using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Flows.Engine;
using Hotline.Functions.Alerts;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.MissedCall;
using Hotline.Functions.Questions;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>Effects → rows of the same commit, so that an effect is owed from the moment its turn is stored.</summary>
public sealed class EffectRows(Sealer sealer, Pseudonyms pseudonyms, CheckInRows checkIns, AlertRows alerts)
{
    /// <param name="number">The caller's number, needed only to remember an opt-out; null when it is withheld or nobody spoke.</param>
    public void Add(Planned planned, string shard, Wake wake, Envelope? before, ClientSeen? client, Turn turn, string? number, string turnHash, DateTimeOffset now)
    {
        var oldWake = before is { Session.WakeAt: > 0 } ? RowKeys.Due(before.Session.WakeAt, Wake.Kind, before.Session.Id) : null;
        string? newWake = null;
        var contact = before?.Contact;
        var amended = 0;
        foreach (var effect in turn.Effects)
            switch (effect)
            {
                case Effect.WakeAt at:
                    newWake = RowKeys.Due(at.When.ToUnixTimeSeconds(), Wake.Kind, at.Session);
                    if (newWake != oldWake)
                        planned.Writes.Add(new Insert(newWake, Sealed(shard, newWake, wake.ToJson())));
                    break;
                // In order: a report filed before its caller starts anew still goes with the number that was left for it.
                case Effect.KeepContact:
                    contact = number;
                    break;
                case Effect.ForgetContact:
                    contact = null;
                    break;
                case Effect.FileReport file:
                    Report(planned, shard, file.Report, contact, now);
                    break;
                case Effect.AmendReport amend:
                    Amend(planned, shard, before?.Session.Turns ?? 0, amended++, amend, number, turnHash, now);
                    break;
                case Effect.RaiseAlert alert:
                    var stored = new StoredAlert(alert.Id, alert.Reason, Name(alert.Channel), alert.Country, alert.Province, now);
                    Waiting(planned, shard, "alert", alert.Id, JsonSerializer.SerializeToUtf8Bytes(stored, RowJson.Default.StoredAlert));
                    Tell(planned, shard, RowKeys.Waiting("alert", alert.Id), AlertGrades.Of(alert.Reason), now);
                    if (number is not null)
                        planned.Writes.Add(UrgentCallers.Mark(pseudonyms, wake.Caller, turnHash, now));
                    break;
                case Effect.DiscardRecording discard:
                    planned.Writes.AddRange(DiscardPerformer.Rows(sealer, shard, pseudonyms.OfTurn(discard.Address), discard.Address, DateOnly.FromDateTime(now.UtcDateTime), now));
                    break;
                case Effect.AcknowledgeAlert seen:
                    Keep(planned, shard, "seen", $"{seen.Id}-{turnHash}", seen.Id, now);
                    break;
                case Effect.RequestCall call when number is not null:
                    Keep(planned, shard, "call", call.Id, number, now, now);
                    Tell(planned, shard, RowKeys.Waiting("call", call.Id), AlertGrades.Of(AlertGrades.Call), now);
                    break;
                case Effect.KeepQuestion question:
                    var asked = RowKeys.Due(now.ToUnixTimeSeconds() + RandomNumberGenerator.GetInt32(QuestionLanding.Longest), QuestionLanding.Kind, question.Id);
                    var item = new WaitingItem(QuestionLanding.Kind, question.Text, null, DateOnly.FromDateTime(now.UtcDateTime));
                    planned.Writes.Add(new Insert(asked, Sealed(shard, asked, JsonSerializer.SerializeToUtf8Bytes(item, RowJson.Default.WaitingItem))));
                    break;
                case Effect.OptOut when number is not null:
                    planned.Writes.Add(new Insert(RowKeys.OptOut(pseudonyms.OfOptOut(number), turnHash), TurnPlan.Day(now)));
                    break;
                case Effect.EndConversation end:
                    var day = DateOnly.FromDateTime(now.UtcDateTime);
                    planned.Writes.Add(new Insert(RowKeys.Outcome(day, Guid.NewGuid().ToString("N")), ReadOnlyMemory<byte>.Empty, OutcomeColumns.Of(end.Outcome, day)));
                    break;
            }

        checkIns.Add(planned, shard, client, turn.Effects, now);
        if (oldWake is not null && oldWake != newWake && (turn.Next is null || newWake is not null))
            planned.Writes.Add(new Delete(oldWake));
        planned.Wake = newWake;
        planned.Contact = contact;
    }

    private void Tell(Planned planned, string shard, string row, AlertGrade grade, DateTimeOffset now)
    {
        planned.Writes.Add(alerts.New(shard, row, grade, now));
        planned.Hurry = true;
    }

    private void Report(Planned planned, string shard, Report report, string? contact, DateTimeOffset now)
    {
        var hash = pseudonyms.OfReceipt(report.Receipt);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (slot, value) in report.Slots.Items)
            if (slot is not (Slot.Receipt or Slot.Warned))
                answers[slot] = value;
        var landed = new LandedReport(
            CallerId.Parse(hash)!.Value.Shard,
            RowKeys.Report(hash),
            new StoredReport(DateOnly.FromDateTime(now.UtcDateTime), report.Finished, Name(report.Channel), report.Language, answers, report.Words, report.Recordings, answers.GetValueOrDefault("callback") == "yes" ? contact : null));
        var key = RowKeys.Due(now.ToUnixTimeSeconds() + Landing.SweeperStaysAway, Landing.Kind, hash);
        planned.Writes.Add(new Insert(key, Sealed(shard, key, JsonSerializer.SerializeToUtf8Bytes(landed, RowJson.Default.LandedReport))));
        planned.Reports.Add(new PendingReport(key, landed));
    }

    private void Keep(Planned planned, string shard, string kind, string id, string content, DateTimeOffset now, DateTimeOffset? at = null) =>
        Waiting(planned, shard, kind, id, JsonSerializer.SerializeToUtf8Bytes(new WaitingItem(kind, content, null, DateOnly.FromDateTime(now.UtcDateTime), at), RowJson.Default.WaitingItem));

    private void Amend(Planned planned, string shard, int turns, int nth, Effect.AmendReport amend, string? number, string turnHash, DateTimeOffset now)
    {
        var (kind, slot, content) = amend.Amendment switch
        {
            Amendment.Words words => (StoredAmendment.Words, null, words.Body),
            Amendment.Recording recording => (StoredAmendment.Recording, null, recording.Address),
            Amendment.Answer answer => (StoredAmendment.Answer, answer.Slot, answer.Value),
            _ => (StoredAmendment.Withdrawal, (string?)null, ""),
        };
        var stored = new StoredAmendment(DateOnly.FromDateTime(now.UtcDateTime), 0, kind, slot, content, slot == Slot.Callback && content == "yes" ? number : null);
        // Not the turn's own name: that lies in the caller's shard for a month, and would lead from there to the report.
        var id = pseudonyms.OfTurn(string.Create(CultureInfo.InvariantCulture, $"amend:{nth}:{turnHash}"));
        var landed = new LandedAmendment(pseudonyms.OfReceiptByEachKey(amend.Receipt), id, stored);
        // Two turns of one second keep their order.
        var key = RowKeys.Due(now.ToUnixTimeSeconds() + Landing.SweeperStaysAway, AmendmentLanding.Kind, string.Create(CultureInfo.InvariantCulture, $"{turns:D6}{nth:D2}-{id}"));
        planned.Writes.Add(new Insert(key, Sealed(shard, key, JsonSerializer.SerializeToUtf8Bytes(landed, RowJson.Default.LandedAmendment))));
        planned.LastAmendment = key;
    }

    private void Waiting(Planned planned, string shard, string kind, string id, byte[] body)
    {
        var key = RowKeys.Waiting(kind, id);
        planned.Writes.Add(new Insert(key, Sealed(shard, key, body)));
    }

    private byte[] Sealed(string shard, string key, byte[] body) => sealer.Seal(shard, key, body);

    private static string Name(Channel channel) => channel == Channel.Text ? "text" : "voice";
}

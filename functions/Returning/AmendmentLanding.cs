using System.Text.Json;
using Hotline.Flows.Engine;
using Hotline.Functions.Cases;
using Hotline.Functions.Recordings;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>
/// Carries an amendment to its report. Every one is written together with the report's row as it was read, so two of them get an order,
/// and none is added to a report that was withdrawn in the same moment.
/// </summary>
public sealed class AmendmentLanding(IStore store, CaseSealer sealer, Withdrawing withdrawing, FiledReports reports, RecordingBook recordings)
{
    public const string Kind = "amend";

    /// <summary>Others who hold the same receipt at the same moment are few.</summary>
    private const int MostTries = 20;

    public async ValueTask Land(LandedAmendment landed, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            FiledReport? report = null;
            foreach (var hash in landed.Reports)
                report ??= await reports.Read(hash, cancel);
            var done = landed.Amendment.Kind == StoredAmendment.Withdrawal ? await withdrawing.Withdraw(landed, report, cancel)
                : report is null ? await withdrawing.Discard(landed, cancel)
                : report.Amendments.Any(row => row.Id == landed.Id) || await Add(landed, report, cancel);
            if (!done)
                continue;
            if (landed.Amendment.Kind == StoredAmendment.Recording)
                await recordings.Expect(landed.Amendment.Content, 0, cancel);
            return;
        }

        throw new TurnTooBusy();
    }

    private async ValueTask<bool> Add(LandedAmendment landed, FiledReport report, CancellationToken cancel)
    {
        var shard = FiledReports.ShardOf(report.Hash);
        var key = RowKeys.Amendment(report.Hash, landed.Id);
        var amendment = landed.Amendment with { Order = report.Amendments.Select(row => row.Amendment.Order).Append(0).Max() + 1 };
        List<Write> writes = [new Insert(key, Seal(report, shard, key, amendment))];
        if (amendment is { Kind: StoredAmendment.Answer, Slot: Slot.Callback })
            writes.AddRange(WithoutNumbers(shard, report));
        else
            writes.Add(new Replace(report.Row.Key, report.Row.Version, report.Row.Body));
        return await store.Commit(shard, writes, cancel) == CommitResult.Committed;
    }

    /// <summary>Who says anew whether to be called says it of the number now at hand: no earlier one is kept, in any row.</summary>
    private IEnumerable<Write> WithoutNumbers(string shard, FiledReport report)
    {
        var answers = new Dictionary<string, string>(report.Original.Answers, StringComparer.Ordinal);
        FiledReport.ForgetCallback(answers);
        var cleaned = report.Original with { Answers = answers, Contact = null };
        yield return new Replace(report.Row.Key, report.Row.Version, sealer.Seal(report.Key, shard, report.Row.Key, JsonSerializer.SerializeToUtf8Bytes(cleaned, RowJson.Default.StoredReport)));
        foreach (var (row, _, amendment) in report.Amendments)
            if (amendment.Contact is not null)
                yield return new Replace(row.Key, row.Version, Seal(report, shard, row.Key, amendment with { Contact = null }));
            else if (amendment.Slot == Slot.Callback + "-number" && amendment.Content.Length > 0)
                yield return new Replace(row.Key, row.Version, Seal(report, shard, row.Key, amendment with { Content = "" }));
    }

    private byte[] Seal(FiledReport report, string shard, string key, StoredAmendment amendment) => sealer.Seal(report.Key, shard, key, JsonSerializer.SerializeToUtf8Bytes(amendment, RowJson.Default.StoredAmendment));
}

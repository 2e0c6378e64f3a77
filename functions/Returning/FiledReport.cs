using Hotline.Flows.Engine;
using Hotline.Functions.Cases;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>One report with everything that was added to it and answered since.</summary>
/// <param name="Row">As stored: whoever adds something names its version, so that nothing is added to what was just withdrawn.</param>
public sealed record FiledReport(string Hash, Row Row, StoredReport Original, IReadOnlyList<AmendmentRow> Amendments, bool Read, IReadOnlyList<StoredReply> Replies)
{
    /// <summary>What is added to it is sealed with it; null for what was filed before cases had keys.</summary>
    public CaseKey? Key { get; init; }

    /// <summary>The answer that holds a number to call, where the caller's own was hidden.</summary>
    public const string NumberKeyedIn = Slot.Callback + "-number";

    /// <summary>Six letters of the row's name: enough to speak of a case, not enough to reopen it.</summary>
    public string Case => CaseOf(Hash);

    public static string CaseOf(string hash) => hash[..6];

    /// <summary>Answers and number as they stand after all amendments. Words and recordings are the first ones only.</summary>
    public StoredReport Current
    {
        get
        {
            var answers = new Dictionary<string, string>(Original.Answers, StringComparer.Ordinal);
            var contact = Original.Contact;
            foreach (var amendment in Amendments.Select(row => row.Amendment).Where(amendment => amendment.Kind == StoredAmendment.Answer))
            {
                if (amendment.Slot == Slot.Callback)
                {
                    contact = amendment.Contact;
                    ForgetCallback(answers);
                }

                answers[amendment.Slot!] = amendment.Content;
            }

            return Original with { Answers = answers, Contact = contact };
        }
    }

    /// <summary>Its own, then those that were added, in their order.</summary>
    public IEnumerable<string> RecordingAddresses =>
        Original.Recordings.Concat(Amendments.Where(row => row.Amendment.Kind == StoredAmendment.Recording).Select(row => row.Amendment.Content));

    /// <summary>When it was last said whether to be contacted.</summary>
    public DateOnly ContactDay => Amendments.LastOrDefault(row => row.Amendment.Slot == Slot.Callback)?.Amendment.Day ?? Original.Day;

    /// <summary>The number, hours and manner that an earlier yes brought.</summary>
    public static void ForgetCallback(Dictionary<string, string> answers)
    {
        foreach (var name in answers.Keys.Where(name => name.StartsWith(Slot.Callback + "-", StringComparison.Ordinal)).ToArray())
            answers.Remove(name);
    }
}

public sealed record AmendmentRow(Row Row, string Id, StoredAmendment Amendment);

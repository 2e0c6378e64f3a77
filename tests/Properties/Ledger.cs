using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>What is owed to one caller: words and recordings that were accepted and are not filed yet, and the wake-up that stands.</summary>
internal sealed class Ledger(HashSet<string> receipts)
{
    private List<string> owed = [];
    private long? standing;

    public long? Standing => standing;

    /// <summary>Enters the turn and returns what is wrong with it.</summary>
    public IEnumerable<string> Enter(Step step)
    {
        var wrong = Receipts(step).Concat(Contents(step)).Concat(Wakes(step)).ToList();
        return wrong;
    }

    private IEnumerable<string> Receipts(Step step)
    {
        foreach (var file in step.Effects<Effect.FileReport>())
        {
            if (!Receipt.LooksLike(file.Report.Receipt))
                yield return "a receipt has no check digit";
            if (!receipts.Add(file.Report.Receipt))
                yield return "a receipt was given twice";
        }
    }

    private IEnumerable<string> Contents(Step step)
    {
        var filed = step.Effects<Effect.FileReport>().SelectMany(file => file.Report.Words.Concat(file.Report.Recordings)).Concat(Added(step)).ToList();
        var kept = step.Turn.Next is { } next ? next.Words.Concat(next.Recordings).ToList() : [];
        var discarded = step.Effects<Effect.DiscardRecording>().Select(discard => discard.Address).ToList();
        var before = owed;
        owed = kept;
        var now = filed.Concat(kept).ToList();
        foreach (var content in before.Concat(step.Said.MustBeKept ? [step.Said.Content!] : []))
            if (!now.Remove(content) && !step.Erases && !discarded.Contains(content) && !(content == step.Said.Content && WasNoStory(step, content)))
                yield return "something that was told is neither kept nor filed";
        // At most the message of this turn is new, and it may have been cut or cleaned.
        if (now.Count > (step.Said.MustBeKept || step.Said.Content is null ? 0 : 1))
            yield return "something is kept or filed that was not told, or twice";
        if (step.Erases && kept.Count + filed.Count > 0)
            yield return "after erase something is left";
        if (step.Erases && before.Count(content => content.StartsWith("https:", StringComparison.Ordinal)) != discarded.Count)
            yield return "after erase a recording stays at the carrier";
    }

    /// <summary>A sentence in the conversation about work abroad is a question and looked up; the offer check takes yes and no.</summary>
    private static bool WasNoStory(Step step, string content) =>
        step.Input is Input.Text && (step.Turn.Next?.Slots[Slot.Question] == content || step.Before is { Flow: "offer" });

    private static IEnumerable<string> Added(Step step) => step.Effects<Effect.AmendReport>().Select(amend => amend.Amendment).Select(amendment => amendment switch
    {
        Amendment.Words words => words.Body,
        Amendment.Recording recording => recording.Address,
        _ => null,
    }).OfType<string>();

    private IEnumerable<string> Wakes(Step step)
    {
        if (step.Input is Input.Due && standing <= step.Now.ToUnixTimeSeconds())
            standing = null;
        foreach (var wake in step.Effects<Effect.WakeAt>())
        {
            if (wake.Session != step.Turn.Next?.Id)
                yield return "a wake-up is for a session that is not there";
            standing = wake.When.ToUnixTimeSeconds();
        }

        if (step.Turn.Next is null)
            standing = null;
        else if (standing is null)
            yield return "a live session has no wake-up";
        else if (standing != step.Turn.Next.WakeAt)
            yield return "the wake-up that stands is not the one the session knows";
    }
}

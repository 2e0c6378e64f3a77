using System.Globalization;
using System.Text.Json;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Commands;

/// <summary>-- reconcile: compares the provider's list with what we hold, once and now. Counts only.</summary>
public sealed class ReconcileCommand(Reconciler reconciler, Lines lines)
{
    /// <returns>0 when the lists were read to their ends.</returns>
    public async Task<int> Run(string[] args, TextWriter output)
    {
        if (lines.All.Count == 0)
            throw new SetupException("None of our numbers is known: set Provider__Number, and Provider__CheckInNumber where there is one.");
        var run = await reconciler.Run();
        if (args.Contains("--json"))
            await output.WriteLineAsync(JsonSerializer.Serialize(run, CommandJson.Lines));
        else
            foreach (var line in Lines(run))
                await output.WriteLineAsync(line);
        return run.Complete ? 0 : 1;
    }

    private static IEnumerable<string> Lines(Reconciled run)
    {
        var taken = run.TakenIn;
        yield return Text($"Looked back {run.Hours} hours with {run.Requests} requests.");
        if (!run.Complete)
            yield return "The provider did not tell all of it: nothing was taken in of a list that was not whole. Run it again.";
        yield return Text($"Taken in: {taken.Answered} with an answer on its way, {taken.Unanswered} too old for one, {taken.Kept} from senders who cannot be answered; {taken.Alerts} alerts.");
        if (taken.Waiting > 0)
            yield return Text($"Left for the next run: {taken.Waiting} that came a moment ago or could not be stored.");
        yield return Text($"Deleted at the provider: {run.Deleted}. Refused: {run.Refused}. Still there: {run.Left}.");
        if (run.Stops > 0)
            yield return Text($"Told the carrier to stop: {run.Stops}. We write to them no more.");
        if (CarrierCopiesText.Of(run.Copies) is { } old)
            yield return old;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

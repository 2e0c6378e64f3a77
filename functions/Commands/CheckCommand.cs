using Hotline.Flows.Checking;
using Hotline.Flows.Checking.Proof;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Audio;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Commands;

/// <summary>-- check: what is unsafe or broken in flows and catalogues, where; then what is still to be done by people.</summary>
public static class CheckCommand
{
    /// <returns>0 when nothing stands in the way of starting.</returns>
    public static int Run(string[] args, TextWriter output)
    {
        CheckContext context;
        try
        {
            context = DataFiles.Load(flowFolder: Argument(args, "--flows"));
        }
        catch (SetupException e)
        {
            output.WriteLine(e.Message);
            return 1;
        }

        if (args.Contains("--graph"))
        {
            output.Write(FlowDiagram.All(context.Flows));
            return 0;
        }

        var findings = FlowCheck.All(context).Select(finding => finding.ToString()).ToList();
        // Flows that cannot be walked cannot be explored.
        var proof = findings.Count == 0 ? Proof(context) : [];
        findings.AddRange(Proven.Words(context).Select(finding => finding.ToString()));
        findings.AddRange(ProofTable.Findings(proof));
        foreach (var finding in findings)
            output.WriteLine(finding);
        output.WriteLine($"{context.Flows.All.Sum(flow => flow.States.Count)} states in {context.Flows.All.Count()} flows, {findings.Count} findings.");
        output.Write(ProofTable.Of(proof));
        ForPeople(context, CheckInPlan.Today(TimeProvider.System.GetUtcNow()), output);
        return findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Each world by itself, as many at once as there are processors.</summary>
    private static Proven[] Proof(CheckContext context)
    {
        var worlds = Worlds.Of(context);
        var proven = new Proven[worlds.Count];
        Parallel.For(0, worlds.Count, n => proven[n] = Proven.In(context, worlds[n]));
        return proven;
    }

    private static void ForPeople(CheckContext context, DateOnly today, TextWriter output)
    {
        var phrases = context.Phrases;
        foreach (var catalogue in phrases.Catalogues)
            output.WriteLine($"{catalogue.File}: {catalogue.Prompts.Count()} prompts, {catalogue.Prompts.Count(prompt => prompt.IsDraft)} of them drafts that no native speaker has read.");
        output.WriteLine($"emergency-numbers.json: {phrases.Numbers.All.Count} numbers, {phrases.Numbers.NeverVerified.Count} never verified: call each one, then write who did and when into its \"verified\".");
        if (context.Tips is { } tips)
            output.WriteLine($"{TipBook.File}: {tips.All.Count} tips, {tips.All.Count(tip => tip.IsDraft)} of them drafts that no native speaker has read, {tips.All.Count(tip => tip.IsStale(today))} that have to be checked again.");
        var missing = MissingClips.In(phrases.Catalogues[0], AudioFiles.In(Path.Combine(DataFiles.Folder("localization"), "audio")));
        if (missing.Count > 0)
            output.WriteLine($"{missing.Count} Khmer recordings are missing, so this language is off the phone outside Development; -- clips is the script for the speaker.");
    }

    private static string? Argument(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}

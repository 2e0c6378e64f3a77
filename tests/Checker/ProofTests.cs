using System.Diagnostics;
using System.Text.RegularExpressions;
using Hotline.Flows.Checking.Proof;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Golden;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Checker;

/// <summary>The proof finds nothing in our flows, and finds what is planted.</summary>
public sealed class ProofTests(ITestOutputHelper output)
{
    private const string Cut = "so nothing is proven";

    public static TheoryData<string, string> Planted
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var fault in PlantedFaults.InFiles)
                data.Add(fault.Name, fault.Sentence);
            foreach (var fault in PlantedFaults.InEngine)
                data.Add(fault.Name, fault.Sentence);
            foreach (var fault in PlantedFaults.OnCheckInLine)
                data.Add(fault.Name, fault.Sentence);
            return data;
        }
    }

    /// <summary>Every sentence of the catalogue that promises something.</summary>
    public static TheoryData<string> Promising => [.. Hotlines.Context.Phrases.Catalogues[0].Prompts.Where(prompt => prompt.Promises is not (null or "nothing")).Select(prompt => prompt.Key)];

    [Fact]
    public void Our_flows_are_proven_in_every_world()
    {
        var watch = Stopwatch.StartNew();
        var worlds = Worlds.Of(Hotlines.Context);
        var proof = new Proven[worlds.Count];
        Parallel.For(0, worlds.Count, n => proof[n] = Proven.In(Hotlines.Context, worlds[n]));
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s\n{ProofTable.Of(proof)}");
        Assert.Equal([], Proven.Words(Hotlines.Context));
        Assert.Equal([], ProofTable.Findings(proof));
        Assert.All(proof, proven => Assert.InRange(proven.Spots, proven.World.OnCheckInLine ? 4 : 2_000, 20_000));
        // What waits is everything that the flows ask.
        var asked = Hotlines.Context.States.Count(item => item.State.WaitsOn(Channel.Text)) + Hotlines.Context.States.Count(item => item.State.WaitsOn(Channel.Voice));
        var reached = proof.SelectMany(proven => proven.Rows).GroupBy(row => (row.Flow, row.Channel)).Sum(rows => rows.Max(row => row.States));
        Assert.True(reached >= asked, $"{reached} of {asked} questions were reached");
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_fault_is_found(string name, string sentence)
    {
        var faults = PlantedFaults.Of(name);
        Assert.Contains(faults, fault => fault.Finding.Sentence.Contains(sentence, StringComparison.Ordinal) && fault.Replay.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Promising))]
    public void A_promise_out_of_the_blue_is_found(string key) =>
        Assert.Contains(PlantedFaults.Saying(key), fault => fault.Finding.Sentence.StartsWith($"it says \"{key}\" and does not do it: ", StringComparison.Ordinal));

    [Fact]
    public void A_flow_that_multiplies_its_spots_is_cut_and_nothing_is_claimed_of_it()
    {
        var proven = Proven.In(Hotlines.Context, PlantedFaults.World(Hotlines.Context, onDuty: false), most: 100);
        Assert.Contains(proven.Faults, fault => fault.ToString() == $"flows:-: the exploration was cut at 100 spots, {Cut}");
        Assert.Empty(proven.Rows);
    }

    [Theory]
    [InlineData("km.json", "\"promises\": \"request-call\"", "\"promises\": \"wonders\"", "km.json:everywhere.person-promised: it promises \"wonders\", which is not one of")]
    [InlineData("en.json", ",\n      \"promises\": \"request-call\"", "", "en.json:everywhere.person-promised: it does not promise the same as in km.json")]
    [InlineData("en.json", "Thank you. Call any time. Goodbye.\",\n      \"review\": \"draft\"\n    },\n    \"everywhere.person-elsewhere\"", "We will call you back.\",\n      \"review\": \"draft\"\n    },\n    \"everywhere.person-elsewhere\"", "en.json:front-door.goodbye: \"we will\" sounds like a promise")]
    [InlineData("km.json", "អរគុណ។ ហៅមកពេលណាក៏បាន។ លាហើយ។\",\n      \"review\": \"draft\"\n    },\n    \"everywhere.person-elsewhere\"", "យើងនឹងហៅទៅវិញ។\",\n      \"review\": \"draft\"\n    },\n    \"everywhere.person-elsewhere\"", "km.json:front-door.goodbye: \"យើងនឹង\" sounds like a promise")]
    public void A_translator_cannot_promise_unseen(string file, string replace, string by, string finding) =>
        Assert.Contains(Proven.Words(PlantedFaults.Changed((file, replace, by))), found => found.ToString().StartsWith(finding, StringComparison.Ordinal));

    [Fact]
    public void What_was_found_can_be_typed_in_the_terminal()
    {
        var context = PlantedFaults.Changed(("report.json", "\"danger-now\": { \"do\": \"alert\", \"goto\"", "\"danger-now\": { \"goto\""));
        var found = Proven.In(context, PlantedFaults.World(context, onDuty: false), most: 700).Faults.Single(fault => fault.Finding.Sentence.Contains("report.danger-now", StringComparison.Ordinal));
        var lines = found.Replay.Split(" | ");
        var script = new Script(new Conversation(context.Flows, context.Phrases), lines[0] == "call" ? Channel.Voice : Channel.Text);
        foreach (var line in lines)
            script.Take(line);
        Assert.Contains(script.Latest!.Says, say => say.Key == "report.danger-now");
        Assert.DoesNotContain(script.Latest.Effects, effect => effect is Effect.RaiseAlert);
    }

    /// <summary>As the broken flows do for the checker: no sentence of the proof without something planted that makes it say so.</summary>
    [Fact]
    public void Every_sentence_of_the_proof_has_a_planted_fault()
    {
        var planted = PlantedFaults.InFiles.Select(fault => fault.Sentence).Concat(PlantedFaults.InEngine.Select(fault => fault.Sentence)).Concat(PlantedFaults.OnCheckInLine.Select(fault => fault.Sentence))
            .Concat(Hotlines.Context.Phrases.Catalogues[0].Prompts.Where(prompt => prompt.Promises is not null).Select(prompt => $"it says \"{prompt.Key}\" and does not do it: {Promises.Of(prompt.Promises!)!.Sentence}"))
            .Concat([$"the exploration was cut at 100 spots, {Cut}", "it promises \"x\", which is not one of y", "it does not promise the same as in km.json", "\"x\" sounds like a promise: say which in \"promises\", or \"nothing\""]).ToList();
        string[] rules = ["Faults.cs", "TurnRules.cs", "PromiseRules.cs", "Promises.cs", "GateRules.cs", "ReachProof.cs", "EndProof.cs"];
        var sentences = rules.SelectMany(rule => BrokenFlowTests.Sentences(rule, Path.Combine("flows", "Checking", "Proof"))).Where(sentence => !sentence.Contains("it\\ only\\ sounds\\ so", StringComparison.Ordinal)).ToList();
        Assert.True(sentences.Count > 30, $"{sentences.Count} sentences");
        var unsaid = sentences.Where(sentence => !planted.Exists(said => Regex.IsMatch(said, sentence))).ToList();
        Assert.True(unsaid.Count == 0, string.Join('\n', unsaid));
    }
}

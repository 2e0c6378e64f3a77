using Hotline.Flows.Checking;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Setup;
using Hotline.Functions.Transcripts;

namespace Hotline.Functions.Commands;

/// <summary>-- chat: a conversation in the terminal, printed in the format of the golden transcripts, so that what went wrong is a test already.</summary>
public static class ChatCommand
{
    public static int Run(string[] args, TextReader input, TextWriter output)
    {
        var context = DataFiles.Load();
        var findings = FlowCheck.All(context);
        if (findings.Count > 0)
        {
            output.WriteLine(findings[0]);
            return 1;
        }

        var script = new Script(new Conversation(context.Flows, context.Phrases), args.Contains("--voice") ? Channel.Voice : Channel.Text, client: args.Contains("--check-in") ? SampleClient.In("km") : null);
        output.WriteLine(args.Contains("--voice")
            ? "# A call. Type the keys, one line each; \"silence\", \"recording\" or \"hang up\" for the rest. An empty line ends it."
            : "# A text thread. Type a message; \"+25m\" lets time pass. An empty line ends it.");
        if (args.Contains("--check-in"))
            output.WriteLine($"# The check-in line. Safe word {SampleClient.In("km").Enrolment!.SafeWord}, duress word {SampleClient.In("km").Enrolment!.DuressWord}; by voice 4837 and 2915.");
        if (args.Contains("--voice"))
            output.Write(script.Take("call"));
        for (var line = input.ReadLine(); !string.IsNullOrEmpty(line); line = input.ReadLine())
            output.Write(script.Take(line));
        return 0;
    }
}

using Hotline.Flows.Engine;
using Hotline.Functions.Twiml;

namespace Hotline.Functions.InboundCall;

/// <summary>Turn → the verbs of a call: say, then wait for keys or a recording, then come back to the next step.</summary>
public sealed class VoiceReply(VoicePrompts prompts, string publicUrl)
{
    private const int SecondsForAKey = 8;
    private const int SecondsBetweenKeys = 6;
    private const int LongestRecording = 300;
    private const int SilenceThatEndsARecording = 8;

    public byte[] Render(Turn turn, int step) => TwimlDocument.Render(Verbs(turn, step));

    public IReadOnlyList<Verb> Verbs(Turn turn, int step)
    {
        var said = prompts.Of(turn.Says);
        var next = $"{publicUrl}/call/{step + 1}";
        return turn.Wait switch
        {
            null => [.. said, new Hangup()],
            // Every key arrives, # too: where one key is asked it ends the call.
            { Ask: Ask.Choice or Ask.Item } => [new Gather(said, next, 1, "", SecondsForAKey), new Redirect(next)],
            { Ask: Ask.Recording } => [.. said, new Record(next, LongestRecording, SilenceThatEndsARecording, "#", true, $"{publicUrl}/recording"), new Redirect(next)],
            var wait => [new Gather(said, next, wait.MaxKeys, "#", SecondsBetweenKeys), new Redirect(next)],
        };
    }
}

using Hotline.Flows.Engine;
using Hotline.Functions.Twiml;

namespace Hotline.Functions.InboundCall;

/// <summary>Turn → the verbs of a call: say, then wait for keys or a recording, then come back to the next step.</summary>
public sealed class VoiceReply(VoicePrompts prompts, string publicUrl, string? dutyNumber = null)
{
    private const int SecondsForAKey = 8;
    private const int SecondsBetweenKeys = 6;
    private const int LongestRecording = 300;
    internal const int SecondsToRing = 40;
    private const int SilenceThatEndsARecording = 8;

    /// <param name="ours">The number of ours that is on the line: whoever is rung for the caller sees it instead of theirs.</param>
    public byte[] Render(Turn turn, int step, string ours) => TwimlDocument.Render(Verbs(turn, step, ours));

    public IReadOnlyList<Verb> Verbs(Turn turn, int step, string ours)
    {
        var said = prompts.Of(turn.Says);
        var next = $"{publicUrl}/call/{step + 1}";
        return turn.Wait switch
        {
            null => [.. said, new Hangup()],
            // Every key arrives, # too: where one key is asked it ends the call.
            { Ask: Ask.Choice or Ask.Item } => [new Gather(said, next, 1, "", SecondsForAKey), new Redirect(next)],
            // The caller's own number is never shown, and nothing is recorded.
            { Ask: Ask.Dial } when dutyNumber is not null => [.. said, new Dial(dutyNumber, ours, SecondsToRing, next)],
            { Ask: Ask.Dial } => [.. said, new Redirect(next)],
            { Ask: Ask.Recording } => [.. said, new Record(next, LongestRecording, SilenceThatEndsARecording, "#", true, $"{publicUrl}/recording"), new Redirect(next)],
            var wait => [new Gather(said, next, wait.MaxKeys, "#", SecondsBetweenKeys), new Redirect(next)],
        };
    }
}

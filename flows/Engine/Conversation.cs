using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;
using Hotline.Localization;

namespace Hotline.Flows.Engine;

/// <summary>The engine: one pure function. Time and chance are arguments; nothing here reads a clock, draws, writes or waits.</summary>
public sealed class Conversation(FlowSet flows, Phrasebook phrases)
{
    public FlowSet Flows => flows;

    public Phrasebook Phrases => phrases;

    /// <summary>Always answers: no input in any state throws, loops or stays silent.</summary>
    /// <remarks>Who is heard first: a person on duty who has seen an alert; then the number that was dialled decides, and on the line of the
    /// check-ins nobody meets the front door; then the <see cref="Router"/>.</remarks>
    public Turn Step(Session? session, Input input, Circumstances caller, DateTimeOffset now, Chance chance) =>
        caller.Staff && input is Input.Text { Body: var body } && Acknowledgement.In(body) is { } alert ? new Walk(flows, phrases, caller with { Client = null }, now, chance).Acknowledge(session, body, alert)
        : caller.Client is not null || session?.Flow == CheckInPlaces.Flow ? new Walk(flows, phrases, caller with { Client = caller.Client ?? Client.Nobody }, now, chance).TakeCheckIn(session, input)
        : input switch
        {
            Input.Due => Endings.Due(session, now, chance),
            Input.HangUp => Endings.HangUp(session, caller, now, chance, speaking: session is not null && flows.Find(session.Place) is { AskByVoice: Ask.Recording }),
            _ => new Walk(flows, phrases, caller, now, chance).Take(session, input),
        };
}

using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>What comes in a call: keys and recordings.</summary>
internal sealed partial class Walk
{
    private void HearKeys(string keys)
    {
        var state = flows[s.Place];
        if (state.AskByVoice == Ask.Code)
        {
            HearCodeKeys(state, keys);
            return;
        }

        if (keys == "*" && state.Choices.All(choice => choice.Key != "*"))
        {
            GoBack();
            return;
        }

        if (state.AskByVoice == Ask.Item && keys.Length == 1 && ReadItem(state, keys) is { } item and (Answer.Kept or Answer.NextPage or Answer.Chosen))
        {
            TakeAnswer(state, item, keys);
            return;
        }

        if (state.AskByVoice == Ask.Choice && state.Choices.FirstOrDefault(choice => choice.On(Channel.Voice) && choice.Key == keys) is { } found)
        {
            Choose(state, found);
            return;
        }

        // Where a number is asked, five is an answer.
        if (keys == EverywhereWords.SkipKey && state.AskByVoice != Ask.Number && Answers.MaySkip(state))
        {
            Leave(state.Goto);
            return;
        }

        // Nine in the options leads nowhere else, and has to be counted like any key that does not.
        if (state.AsksOneKey && EverywhereWords.OfKey(keys) is { } place && (s.Flow == CheckInPlaces.Flow ? CheckInPlaces.Here(place) : place) != s.Place)
        {
            Enter(place);
            return;
        }

        if (Answers.ReadKeys(state, keys.TrimEnd('#')) is { } kept)
        {
            foreach (var (slot, value) in kept.Values)
                KeepAnswer(state, slot, value);
            Leave(state.Goto);
            return;
        }

        Miss(silent: false);
    }

    /// <summary>A recording is kept wherever it arrives: it may be the only thing this caller could say.</summary>
    private void HearRecording(Input.Recording recording, bool fresh)
    {
        if (Opened)
        {
            Amend(new Amendment.Recording(recording.Address));
        }
        else
        {
            if (s.Recordings.Count >= Limits.Recordings)
                MakeRoom();
            s = s with { Recordings = [.. s.Recordings, recording.Address] };
        }

        if (fresh)
            Enter(Everywhere.Door);
        else if (flows[s.Place] is { AskByVoice: Ask.Recording } state)
            Leave(state.Goto);
        else
            Restate();
    }
}

using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    private void Perform(Deed deed)
    {
        switch (deed)
        {
            case Deed.Alert when s.Slots[Slot.Alert] is null:
                var id = chance.ShortId(6, AlertLane);
                s = s with { Slots = s.Slots.With(Slot.Alert, id).With(Slot.Risk, "now") };
                effects.Add(new Effect.RaiseAlert(id, s.Flow == Everywhere.Flow ? "help" : "danger", caller.Channel, Named ?? caller.Country, s.Slots[Slot.Province]));
                break;
            case Deed.Alert:
                break;
            case Deed.File:
                var receipt = NextReceipt();
                effects.Add(new Effect.FileReport(Endings.Report(s, receipt, finished: true)));
                s = s with { Slots = s.Slots.With(Slot.Receipt, receipt) };
                filed = true;
                break;
            case Deed.FileUnfinished when s.Accepted && !filed:
                effects.Add(new Effect.FileReport(Endings.Report(s, NextReceipt(), finished: false)));
                filed = true;
                break;
            case Deed.FileUnfinished:
                break;
            case Deed.StartAnew:
                if (s.Accepted)
                    effects.Add(new Effect.FileReport(Endings.Report(s, NextReceipt(), finished: false)));
                Empty();
                break;
            case Deed.KeepContact:
                effects.Add(new Effect.KeepContact());
                break;
            case Deed.ForgetContact:
                ForgetContact();
                break;
            case Deed.OptOut:
                effects.Add(new Effect.OptOut());
                break;
            case Deed.Withdraw:
                if (Opened)
                    Amend(new Amendment.Withdrawal());
                break;
            case Deed.Erase:
                foreach (var recording in s.Recordings)
                    effects.Add(new Effect.DiscardRecording(recording));
                Empty();
                break;
            case Deed.AcceptQuestion:
                AcceptQuestion();
                break;
            case Deed.KeepQuestion:
                KeepQuestion();
                break;
            case Deed.RequestCall:
                effects.Add(new Effect.RequestCall(chance.ShortId(6, CallLane), s.Language));
                break;
            case Deed.TellCaseworker:
                effects.Add(new Effect.TellCaseworker(s.Slots[CheckInSlot.Tell] ?? "talk"));
                break;
            case Deed.CheckInDone:
                effects.Add(new Effect.CheckInDone(CheckInResult.Of(s, now, finished: true)!));
                break;
            case Deed.CheckInLeft:
                if (CheckInResult.Of(s, now, finished: false) is { } left)
                    effects.Add(new Effect.CheckInDone(left));
                break;
            case Deed.CheckInStop:
                effects.Add(new Effect.PauseClient(PauseReason.Stopped));
                break;
            case Deed.JoinTips:
                JoinTips();
                break;
            case Deed.LeaveTips:
                effects.Add(new Effect.LeaveTips());
                break;
            default:
                throw new InvalidOperationException($"The deed {deed} has no doing.");
        }
    }

    private void Empty()
    {
        s = s with { Slots = Slots.Empty, Words = [], Recordings = [], Paused = null, Trail = [] };
        effects.Add(new Effect.ForgetContact());
    }

    /// <summary>Who takes back the yes takes back the number and the hours that followed it.</summary>
    private void ForgetContact()
    {
        effects.Add(new Effect.ForgetContact());
        foreach (var name in s.Slots.Items.ToArray().Select(slot => slot.Key).Where(name => name.StartsWith(Slot.Callback + "-", StringComparison.Ordinal)))
            s = s with { Slots = s.Slots.Without(name) };
        if (s.Slots[Slot.Callback] is not null)
            s = s with { Slots = s.Slots.With(Slot.Callback, "no") };
    }

    /// <summary>A full report is filed as it stands, and what comes goes into a second one with the same answers.</summary>
    private void MakeRoom()
    {
        effects.Add(new Effect.FileReport(Endings.Report(s, NextReceipt(), finished: false)));
        s = s with { Words = [], Recordings = [] };
    }

    private void AddWords(string body)
    {
        if (Opened)
        {
            Amend(new Amendment.Words(body));
            WarnOnce(Slot.WarnedAgain, body);
            return;
        }

        if (s.Words.Count >= Limits.WordsEntries || s.Words.Sum(words => words.Length) + body.Length > Limits.WordsLength)
            MakeRoom();
        s = s with { Words = [.. s.Words, body] };
        if (WarnOnce(Slot.Warned, body) && s.Slots[Slot.Risk] is null)
            s = s with { Slots = s.Slots.With(Slot.Risk, "today") };
    }

    private bool WarnOnce(string slot, string body)
    {
        if (s.Slots[slot] is not null || !phrases.Reader.Words.Contains("danger", body))
            return false;
        s = s with { Slots = s.Slots.With(slot, "yes") };
        SayKey("everywhere.danger-words");
        return true;
    }
}

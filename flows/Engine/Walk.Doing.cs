using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    private void Perform(Deed deed)
    {
        switch (deed)
        {
            case Deed.Alert when s.Slots[Slot.Alert] is null:
                var id = chance.ShortId(6);
                s = s with { Slots = s.Slots.With(Slot.Alert, id).With(Slot.Risk, "now") };
                effects.Add(new Effect.RaiseAlert(id, s.Flow == Everywhere.Flow ? "help" : "danger", caller.Channel, s.Slots[Slot.Country] ?? caller.Country, s.Slots[Slot.Province]));
                break;
            case Deed.Alert:
                break;
            case Deed.File:
                var receipt = Receipt.Draw(chance);
                effects.Add(new Effect.FileReport(Endings.Report(s, receipt, finished: true)));
                s = s with { Slots = s.Slots.With(Slot.Receipt, receipt) };
                filed = true;
                break;
            case Deed.FileUnfinished when s.Accepted && !filed:
                effects.Add(new Effect.FileReport(Endings.Report(s, Receipt.Draw(chance), finished: false)));
                filed = true;
                break;
            case Deed.FileUnfinished:
                break;
            case Deed.StartAnew:
                if (s.Accepted)
                    effects.Add(new Effect.FileReport(Endings.Report(s, Receipt.Draw(chance), finished: false)));
                Empty();
                break;
            case Deed.KeepContact:
                effects.Add(new Effect.KeepContact());
                break;
            case Deed.ForgetContact:
                effects.Add(new Effect.ForgetContact());
                break;
            case Deed.OptOut:
                effects.Add(new Effect.OptOut());
                break;
            case Deed.Erase:
                foreach (var recording in s.Recordings)
                    effects.Add(new Effect.DiscardRecording(recording));
                Empty();
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

    private void AddWords(string body)
    {
        if (s.Words.Count < Limits.WordsEntries)
            s = s with { Words = [.. s.Words, body] };
        if (s.Slots[Slot.Warned] is not null || !phrases.Reader.Words.Contains("danger", body))
            return;
        s = s with { Slots = s.Slots.With(Slot.Warned, "yes") };
        if (s.Slots[Slot.Risk] is null)
            s = s with { Slots = s.Slots.With(Slot.Risk, "today") };
        SayKey("everywhere.danger-words");
    }
}

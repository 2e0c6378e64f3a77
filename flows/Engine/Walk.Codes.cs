using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>Codes: digits gathered over several turns until sixteen are there.</summary>
internal sealed partial class Walk
{
    private string CodeSoFar => s.Slots[Slot.Code] ?? "";

    private void HearCodeKeys(State state, string keys)
    {
        var pressed = keys.TrimEnd('#');
        if (pressed.Length > 0 && pressed.All(key => key == '*'))
            GroupBack();
        // No group has one digit, so here too zero alone is a person and nine the options.
        else if (EverywhereWords.OfKey(pressed) is { } place)
            Enter(place);
        else if (pressed.Length is CodePrompts.Group or Receipt.Length && pressed.All(char.IsAsciiDigit))
            AddDigits(state, pressed);
        else
            Miss(silent: false);
    }

    private void AddDigits(State state, string digits)
    {
        // A message with the whole code counts by itself, whatever came before.
        var code = digits.Length == Receipt.Length ? digits : CodeSoFar + digits;
        if (code.Length < Receipt.Length)
        {
            Keep(Slot.Code, code);
            s = s with { Misses = 0 };
            Restate();
        }
        else if (Receipt.LooksLike(code))
        {
            Keep(Slot.Code, code);
            Leave(state.Goto);
        }
        else
        {
            var wrong = (s.Slots[Slot.WrongCodes] ?? "") + "+";
            s = s with { Slots = s.Slots.Without(Slot.Code).With(Slot.WrongCodes, wrong), Misses = s.Misses + 1 };
            SayKey(CodePrompts.Wrong);
            // A phone in a pocket presses keys for hours; its groups are no misses.
            if (caller.Channel == Channel.Voice && wrong.Length >= Limits.MissesInACall)
                Enter(Everywhere.GaveUp);
            else
                Restate();
        }
    }

    private void GroupBack()
    {
        if (CodeSoFar.Length == 0)
        {
            GoBack();
            return;
        }

        Keep(Slot.Code, CodeSoFar[..^Math.Min(CodePrompts.Group, CodeSoFar.Length)]);
        Restate();
    }

    /// <summary>Asks for what is missing. The digits that are there are never said: another may be listening.</summary>
    private void SayCodeQuestion(State state)
    {
        if (CodeSoFar.Length == 0 || caller.Channel == Channel.Voice)
        {
            if (CodeSoFar.Length == 0)
                foreach (var key in state.Say)
                    SayKey(key, state);
            if (caller.Channel == Channel.Voice)
                SayKey(CodePrompts.OfGroup(CodeSoFar.Length));
            return;
        }

        SayKey(CodePrompts.Rest);
    }
}

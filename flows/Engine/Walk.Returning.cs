using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>A report reopened by its receipt.</summary>
internal sealed partial class Walk
{
    private Lookup? needs;

    /// <summary>The code came before anything that tells the language of whoever sends it.</summary>
    private bool codeAlone;

    /// <summary>From here on what is told goes to the report that was opened, not into a new one.</summary>
    private bool Opened => s.Slots[Slot.Opened] is not null;

    /// <returns>False: the walk is given up, what has to be known comes with the next step.</returns>
    private bool LookUp(State state)
    {
        if (state.Lookup == Sought.Nothing || !Receipt.LooksLike(CodeSoFar))
            return true;
        if (caller.Found is not { } found)
        {
            needs = new Lookup(CodeSoFar);
            return false;
        }

        if (!found.Exists)
            return true;
        Keep(Slot.Opened, "yes");
        if (codeAlone && found.Language is { } language && phrases.Languages.Contains(language))
            s = s with { Language = language };
        s = s with { Slots = found.Callback is { } callback ? s.Slots.With(Slot.CallbackNow, callback) : s.Slots.Without(Slot.CallbackNow) };
        return true;
    }

    private bool IsFound => Receipt.LooksLike(CodeSoFar) && caller.Found is { Exists: true };

    private void Amend(Amendment amendment) => effects.Add(new Effect.AmendReport(CodeSoFar, amendment));

    /// <summary>What an answer of a state that amends changes in the opened report.</summary>
    private void Amend(State state, string value)
    {
        if (state.Amend is { } slot && Opened && value.Length > 0)
            Amend(new Amendment.Answer(slot, value));
    }

    private void KeepAnswer(State state, string slot, string value)
    {
        Keep(slot, value);
        Amend(state, value);
    }

    private void SayReplies()
    {
        foreach (var reply in caller.Found?.Latest ?? [])
            if (reply.Words is { } words)
            {
                // No voice says what was written; the flow tells how to read it.
                if (caller.Channel == Channel.Text)
                    SayReply(words);
            }
            else
            {
                // A standard answer that has left the catalogue since still means that somebody is at it.
                var key = Reply.Presets + reply.Preset;
                SayKey(phrases.Catalogues[0].Find(key) is null ? Reply.Presets + "received" : key);
            }
    }

    private void SayReply(string words)
    {
        foreach (var language in s.Language is { } one ? [one] : phrases.Languages)
            says.Add(new Say(Reply.InWriting, language, new Dictionary<string, string>(StringComparer.Ordinal) { [Placeholder.Answer] = words }));
    }

    /// <summary>A code opens its report from wherever it comes. What was being told is put aside.</summary>
    private void OpenByCode(string code)
    {
        Park();
        Keep(Slot.Code, code);
        Enter(Everywhere.Code);
    }

    /// <summary>The code stays in its own flow, and in the everywhere words said there; who comes next, or another way, finds none.</summary>
    private void ForgetCodeOutside(string flow)
    {
        if (flow != Everywhere.Code.Flow && flow != Everywhere.Flow)
            ForgetCode();
    }

    /// <summary>A question for a code begins anew when one was opened, or found nothing, before.</summary>
    private void ForgetUsedCode(State state)
    {
        if (state.AskBy(caller.Channel) == Ask.Code && (Opened || CodeSoFar.Length >= Receipt.Length))
            ForgetCode();
    }

    /// <summary>"Back" leads into nothing that was opened by it either.</summary>
    private void ForgetCode()
    {
        s = s with { Slots = s.Slots.WithoutFlow(Everywhere.Code.Flow) };
        for (var i = 0; i < s.Trail.Count; i++)
            if (IsReturning(s.Trail[i]))
            {
                s = s with { Trail = s.Trail.Where(place => !IsReturning(place)).ToArray() };
                return;
            }
    }

    private static bool IsReturning(string place) => place.StartsWith(Everywhere.Code.Flow, StringComparison.Ordinal) && place[Everywhere.Code.Flow.Length] == '/';
}

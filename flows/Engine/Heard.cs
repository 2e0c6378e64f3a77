using Hotline.Flows.Files;
using Hotline.Localization;
using Hotline.Localization.Answers;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Engine;

/// <summary>One text, and what it could be. Looked at only as far as the router asks.</summary>
/// <param name="state">The question just asked; null when the caller comes through the front door.</param>
/// <param name="read">Reads the text against that question.</param>
internal sealed class Heard(string body, Session session, Flow flow, State? state, Phrasebook phrases, Func<State, string, Answer> read)
{
    /// <summary>Answers to questions that were asked too long ago; alone they say nothing.</summary>
    private static readonly string[] SaysNothing = ["yes", "no", "unknown", "skip"];

    private Answer? answer;
    private FoundAnswers? found;
    private bool? isThanks;
    private (bool Known, string? Code) receipt;
    private (bool Known, string? Name) campaign;

    public string Body => body;

    public string? Word { get; } = EverywhereWords.Match(body, phrases.Reader.Words);

    /// <summary>Nothing was asked yet, or only what all of this is about.</summary>
    public bool AtTheDoor => state is null || state.Words.Count > 0;

    public Answer? Answer => state is null ? null : answer ??= read(state, body);

    public bool WordActs => state is null || Word switch
    {
        EverywhereWords.Repeat or EverywhereWords.Back or EverywhereWords.Menu => true,
        EverywhereWords.GoOn => session.Paused is not null,
        EverywhereWords.Done => flow.Done.Count > 0,
        _ => true,
    };

    public bool AnswersTheQuestion => Answer switch
    {
        Answer.Told => state!.AskByText == Ask.Words && SaysSomething,
        null or Answer.NotUnderstood => false,
        _ => true,
    };

    public string? Receipt => (receipt = receipt.Known ? receipt : (true, Opening.Code(body, phrases))).Code;

    public bool IsReceipt => Receipt is not null;

    public string? Campaign => (campaign = campaign.Known ? campaign : (true, phrases.Campaign(body))).Name;

    /// <summary>Asks for tips by their word.</summary>
    public bool IsTips => IsWhole("tips");

    public bool IsThanks => isThanks ??= IsWhole("thanks");

    public bool IsCourtesy => state is null
        ? Word is null && Scripts.Of(body) != Script.None && (IsThanks || IsWhole("greeting") || SaysNothing.Any(IsWhole))
        : Word is not null || IsThanks || IsWhole("greeting");

    /// <summary>It says something of its own: a story or a question.</summary>
    public bool IsTold => (state is null ? Scripts.Of(body) != Script.None : Answer is Answer.Told) && SaysSomething;

    /// <summary>In a conversation about work abroad every sentence is a question. At the front door it has to be one that we know, and nobody in it may be in trouble. With a report open it is told to that report.</summary>
    public bool IsQuestion => state is null || flow.Told == Told.Story ? AtTheDoor && session.Slots[Slot.Opened] is null && Asks : flow.Told == Told.Question;

    /// <summary>A question about work abroad that we have an answer to. A cry for help is never taken for one.</summary>
    public bool Asks => Found is { Best.Count: > 0, Trouble: false } answers
        && (body.Length <= Limits.QuestionLength || body.Contains('?', StringComparison.Ordinal))
        && (answers.Sure || phrases.Reader.Words.Contains("asking", body) || body.Contains('?', StringComparison.Ordinal))
        && !phrases.Reader.Words.Contains("danger", body);

    public FoundAnswers? Found => phrases.Answers is null ? null : found ??= phrases.Answers.Find(body);

    private bool SaysSomething => Word is null && !IsReceipt && Campaign is null && !IsTips && !IsThanks && !IsWhole("greeting") && !(state?.AskByText != Ask.Words && SaysNothing.Any(IsWhole));

    private bool IsWhole(string list) => body.Length <= Limits.EverywhereWordLength && phrases.Reader.Words.IsWhole(list, body);
}

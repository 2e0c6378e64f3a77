namespace Hotline.Functions.Simulator;

/// <summary>What a texter sees.</summary>
internal sealed record TextAnswer(IReadOnlyList<MessageView> Messages, IReadOnlyList<TurnView> Turns);

/// <summary>What a caller hears.</summary>
/// <param name="Takes">"keys", "recording", "answer" while somebody is rung, or "nothing" when the call is over.</param>
/// <param name="MaxKeys">How many keys are read in one go; 0 for any number, ended by <paramref name="FinishKey"/>.</param>
/// <param name="Engaged">It was not taken at all: the line was engaged, or the phone.</param>
internal sealed record CallAnswer(string Call, string Takes, int MaxKeys, string FinishKey, bool Engaged, IReadOnlyList<HeardView> Heard, IReadOnlyList<TurnView> Turns);

/// <summary>What has come to the phones of the page of our own accord.</summary>
/// <param name="Next">To ask from the next time.</param>
/// <param name="Duty">The phone of somebody who is told of alerts; null where there is none.</param>
/// <param name="Calls">Phones that ring now.</param>
internal sealed record InboxAnswer(long Next, string? Duty, IReadOnlyList<ArrivedText> Texts, IReadOnlyList<RingingPhone> Calls);

/// <param name="Line">public, check-in or missed-call: which number of ours it came from.</param>
internal sealed record ArrivedText(string Phone, string Line, MessageView Message);

internal sealed record RingingPhone(string Call, string Phone, string Line);

/// <summary>One message.</summary>
/// <param name="Gloss">The same in English; empty when it is English.</param>
/// <param name="Encoding">gsm7 or ucs2.</param>
/// <param name="Units">Septets or UTF-16 units.</param>
internal sealed record MessageView(string Body, string Gloss, string Encoding, int Units, int Segments);

/// <summary>One prompt as it is heard.</summary>
/// <param name="Sounds">Its recordings, in order; empty while one of them is missing.</param>
internal sealed record HeardView(string Language, string Words, string Gloss, IReadOnlyList<string> Sounds);

/// <summary>What one webhook led to.</summary>
/// <param name="Status">HTTP status of the answer; 0 when nothing answered.</param>
/// <param name="Engine">Null when the engine was not asked: a refusal, a recording's state, an answer said again.</param>
internal sealed record TurnView(string Path, int Status, string Twiml, EngineView? Engine);

/// <param name="State">flow/state; null when nothing is remembered any more.</param>
/// <param name="Words">Texts of the caller's own that are kept.</param>
/// <param name="Segments">Sent in this turn.</param>
/// <param name="SegmentsInAll">Sent in the conversation so far.</param>
/// <param name="Price">US dollars for <paramref name="Segments"/>.</param>
internal sealed record EngineView(
    string? State, string? Language, IReadOnlyList<AnswerView> Answers, int Words, int Recordings, IReadOnlyList<EffectView> Effects,
    int Segments, int SegmentsInAll, decimal Price, decimal PriceInAll);

/// <summary>A slot, and its name in both languages where it is a place.</summary>
internal sealed record AnswerView(string Name, string Value, string? Khmer, string? English);

/// <summary>The page has the sentence for a kind in both languages.</summary>
internal sealed record EffectView(string Kind, IReadOnlyDictionary<string, string> Details);

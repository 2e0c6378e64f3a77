using Hotline.Flows.Engine;

namespace Hotline.Benchmarks;

/// <summary>A text that one of the router's rules takes, and what was written before it. What it has to lead to is compared before anything is timed.</summary>
/// <param name="Says">A prompt among those that the turn says.</param>
internal sealed record RoutedCase(string Name, string[] Before, string Text, string Says)
{
    private const string Story = "បុរសម្នាក់បានសន្យារកការងារឲ្យប្អូនស្រីខ្ញុំនៅប្រទេសជិតខាង ប៉ុន្តែឥឡូវនេះនាងមិនអាចត្រឡប់មកផ្ទះវិញបានទេ";
    private const string English = "a man promised my younger sister a job in the neighbouring country but now she can not come home any more and we have not heard";

    public static readonly IReadOnlyList<RoutedCase> All =
    [
        new("word, at the door", [], "help", "everywhere.help"),
        new("word, in a report", [Story, "1", "2"], "repeat", "report.more"),
        new("answer, a key", [Story], "1", "report.danger"),
        new("answer, in words", [Story, "1"], "ទេបង", "report.more"),
        new("answer, a province", [Story, "1", "2", "1", "2", "1", "1"], "កំពត", "report.district"),
        new("receipt", [], Receipt.Grouped(Receipt.Draw(new Chance(42))), "return.unknown"),
        new("campaign", [], "poipet1", "front-door.menu"),
        new("courtesy", [], "សួស្តីបង", "front-door.menu"),
        new("question", [], "តើធ្វើប៉ាស្ព័រនៅឯណា", "answer.q07"),
        new("question, English", [], "how much does a passport cost?", "answer.q06"),
        new("story, 104 units", [], Story, "everywhere.noted"),
        new("story, English", [], English, "everywhere.noted"),
        new("story, 400 units", [], string.Concat(Enumerable.Repeat(Story + " ", 4))[..400], "everywhere.noted"),
        new("story, 1,600 units", [], string.Concat(Enumerable.Repeat(Story + " ", 16))[..1600], "everywhere.noted"),
        new("story in a report", [Story, "1", "2", "1"], Story, "everywhere.noted"),
        new("nothing, in a report", [Story, "1", "2", "1"], "?!", "everywhere.missed"),
    ];

    public static readonly Circumstances Caller = new(Channel.Text, false, "KH");

    /// <summary>The stored session in which the text is written; null at the door.</summary>
    public byte[]? Prelude(Conversation conversation)
    {
        byte[]? stored = null;
        foreach (var text in Before)
            stored = Step(conversation, stored, text, out _);
        return stored;
    }

    /// <summary>One turn as it is stored and loaded; what has to be looked up is looked up in an empty store and the turn taken again.</summary>
    public static byte[]? Step(Conversation conversation, byte[]? stored, string text, out Turn turn)
    {
        var session = stored is null ? null : SessionJson.Read(stored);
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        turn = conversation.Step(session, new Input.Text(text), Caller, now, new Chance(42));
        if (turn.Needs is not null)
            turn = conversation.Step(session, new Input.Text(text), Caller with { Found = Found.Nothing }, now, new Chance(42));
        return turn.Next is null ? null : SessionJson.Write(turn.Next);
    }

    public void Check(Conversation conversation)
    {
        Step(conversation, Prelude(conversation), Text, out var turn);
        if (!turn.Says.Any(say => say.Key == Says))
            throw new InvalidOperationException($"{Name}: it says {string.Join(' ', turn.Says.Select(say => say.Key))}, and not {Says}.");
    }
}

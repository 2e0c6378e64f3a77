using System.Xml.Linq;
using Hotline.Flows.Engine;
using Hotline.Functions.Audio;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Simulator;

/// <summary>What a phone shows or lets hear: the words of the answer, with the English beneath what is not English.</summary>
internal sealed class PhoneViews(SimulatorTurns turns, Phrasebook phrases, AudioFiles audio)
{
    private readonly ClipWords clips = new(phrases, audio);

    public IReadOnlyList<MessageView> Messages(Exchange exchange)
    {
        var unglossed = turns.Find(exchange.TurnId)?.Turn?.Says.Where(say => say.Language != "en").ToList() ?? [];
        List<MessageView> messages = [];
        var bodies = exchange.Verbs().Where(verb => verb.Name.LocalName == "Message").Select(verb => verb.Value).ToList();
        for (var i = 0; i < bodies.Count; i++)
        {
            // Several prompts share a message; one that was cut in two is glossed under its end.
            var here = i == bodies.Count - 1 ? unglossed : [.. unglossed.Where(say => bodies[i].Contains(phrases.Text(say.Key, say.Language, say.Values), StringComparison.Ordinal))];
            unglossed = [.. unglossed.Except(here)];
            messages.Add(View(bodies[i], string.Join(' ', here.Select(say => phrases.Text(say.Key, "en", Gloss(say))))));
        }

        return messages;
    }

    /// <summary>A text that answers nothing: the English of it where it is a sentence of ours, whole.</summary>
    public MessageView Message(string body) => View(body, (
        from catalogue in phrases.Catalogues
        where catalogue.Language != "en"
        from prompt in catalogue.Prompts
        where prompt is { Text: not null, Names.Count: 0 } && phrases.Text(prompt.Key, catalogue.Language, null) == body
        select phrases.Text(prompt.Key, "en", null)).FirstOrDefault() ?? "");

    private static MessageView View(string body, string gloss)
    {
        var size = SmsSegments.Measure(body);
        return new MessageView(body, gloss, size.Encoding == SmsEncoding.Gsm7 ? "gsm7" : "ucs2", size.Units, size.Segments);
    }

    /// <summary>As the engine said it where that is known, else as the clips say it.</summary>
    public IEnumerable<HeardView> Heard(Exchange exchange)
    {
        if (exchange.Heard.Count == 0)
            return [];
        return turns.Find(exchange.TurnId)?.Turn is { } turn ? turn.Says.Select(Heard) : exchange.Heard.Select(Heard);
    }

    private HeardView Heard(Say say) => new(
        say.Language,
        phrases.Spoken(say.Key, say.Language, say.Values),
        say.Language == "en" ? "" : phrases.Spoken(say.Key, "en", Gloss(say)),
        clips.Sounds(say));

    private HeardView Heard(XElement verb) => verb.Name.LocalName == "Play" ? clips.Of(verb.Value) : new HeardView("en", verb.Value, "", []);

    /// <summary>Values were made for the caller's language: between two numbers stands its "or".</summary>
    private static Dictionary<string, string>? Gloss(Say say) =>
        say.Values?.ToDictionary(item => item.Key, item => item.Value.Replace("ឬ", "or", StringComparison.Ordinal), StringComparer.Ordinal);
}

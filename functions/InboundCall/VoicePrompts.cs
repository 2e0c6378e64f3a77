using Hotline.Functions.Audio;
using Hotline.Functions.Twiml;
using Hotline.Localization;
using Hotline.Localization.Catalogues;

namespace Hotline.Functions.InboundCall;

/// <summary>Prompts as sound: our recordings, one after the other. English may be read out by the provider; Khmer never, no provider has the voice.</summary>
public sealed class VoicePrompts(Phrasebook phrases, AudioFiles audio, string publicUrl)
{
    public IReadOnlyList<Verb> Of(IEnumerable<Flows.Engine.Say> says)
    {
        var verbs = new List<Verb>();
        foreach (var say in says)
            Add(verbs, say);
        return verbs;
    }

    /// <summary>Whether it would be heard: every recording is there, or the language is one that the provider reads out.</summary>
    public bool CanSay(Flows.Engine.Say say) =>
        say.Language == "en" || Clips.Of(phrases.Find(say.Key, say.Language), say.Language, say.Values).All(clip => audio.Has(say.Language, clip));

    private void Add(List<Verb> verbs, Flows.Engine.Say say)
    {
        var prompt = phrases.Find(say.Key, say.Language);
        var clips = Clips.Of(prompt, say.Language, say.Values);
        if (say.Language == "en" && clips.Any(clip => !audio.Has(say.Language, clip)))
        {
            verbs.Add(new Say(Clips.ReadOut(prompt, say.Language, say.Values), "en-US"));
            return;
        }

        foreach (var clip in clips)
            verbs.Add(new Play(publicUrl + audio.PathOf(say.Language, clip)));
    }
}

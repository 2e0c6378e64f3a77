using Hotline.Flows.Engine;
using Hotline.Functions.Audio;
using Hotline.Localization;
using Hotline.Localization.Catalogues;

namespace Hotline.Functions.Simulator;

/// <summary>Clips by the address in a Play: the words to be recorded, and the recording where there is one.</summary>
internal sealed class ClipWords(Phrasebook phrases, AudioFiles audio)
{
    private readonly Dictionary<(string Language, string Clip), string> words = (
        from catalogue in phrases.Catalogues
        from needed in Clips.Needed(catalogue)
        select ((catalogue.Language, needed.Clip), needed.Words)).ToDictionary(item => item.Item1, item => item.Words);

    /// <param name="url">…/audio/km/report.safe, or with the recording's hash and file type behind.</param>
    public HeardView Of(string url)
    {
        var parts = url.Split('/');
        var (language, name) = (parts[^2], parts[^1]);
        var file = audio.ByName(language, name);
        var clip = file?.Clip ?? name;
        return new HeardView(language, words.GetValueOrDefault((language, clip), clip), words.GetValueOrDefault(("en", clip), ""), file is null ? [] : [audio.PathOf(language, clip)]);
    }

    public IReadOnlyList<string> Sounds(Say say)
    {
        var clips = Clips.Of(phrases.Find(say.Key, say.Language), say.Language, say.Values);
        return clips.All(clip => audio.Has(say.Language, clip)) ? [.. clips.Select(clip => audio.PathOf(say.Language, clip))] : [];
    }
}

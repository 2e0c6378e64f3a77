using System.Text.Json;
using Hotline.Functions.Audio;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Commands;

/// <summary>-- clips: the speaker's script, language by language: what still has to be recorded, with --all what is there too. With --json one object a line: {"language", "clip", "words", "recorded"}.</summary>
public static class ClipsCommand
{
    public static int Run(string[] args, TextWriter output)
    {
        var audio = AudioFiles.In(Path.Combine(DataFiles.Folder("localization"), "audio"));
        var (all, json) = (args.Contains("--all"), args.Contains("--json"));
        foreach (var catalogue in DataFiles.Load().Phrases.Catalogues)
        {
            var language = catalogue.Language;
            var clips = MissingClips.All(catalogue).Select(needed => (needed.Clip, needed.Words, Recorded: audio.Has(language, needed.Clip))).ToList();
            if (!json)
                output.WriteLine($"{language}: {clips.Count} recordings, {clips.Count(clip => !clip.Recorded)} missing. Each goes to localization/audio/{language}/, named as here, as .wav or .mp3.");
            foreach (var (clip, words, recorded) in clips)
                if (!all && recorded)
                    continue;
                else if (json)
                    output.WriteLine(JsonSerializer.Serialize(new { language, clip, words, recorded }, AskCommand.Json));
                else
                    output.WriteLine($"  [{(recorded ? 'x' : ' ')}] {clip}: {words}");
        }

        return 0;
    }
}

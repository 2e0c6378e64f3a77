using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Audio;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Twiml;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- fallback FOLDER: writes what callers hear while the hotline itself does not answer, as files for any web server that is not this one: the provider
/// asks there when a webhook failed. The same words as the hotline's own "please try again", which claims nothing; the numbers of Cambodia, since a file does not know who asks.
/// </summary>
public sealed class FallbackCommand(Settings settings, Phrasebook phrases, AudioFiles audio)
{
    private const string Broken = "everywhere.broken", Country = "KH", Sounds = "audio";

    public async Task<int> Run(string[] args, TextWriter output)
    {
        if (args is not ["fallback", var folder])
            throw new SetupException("Say where to: fallback FOLDER");
        var call = Call(out var copies);
        Directory.CreateDirectory(Path.Combine(folder, Sounds));
        foreach (var copy in copies.DistinctBy(copy => copy.Name))
            File.Copy(copy.File, Path.Combine(folder, Sounds, copy.Name), overwrite: true);
        await File.WriteAllBytesAsync(Path.Combine(folder, "text.xml"), TwimlDocument.Render(Texts(language => phrases.Text(Broken, language, Numbers(language)))));
        await File.WriteAllBytesAsync(Path.Combine(folder, "call.xml"), call);
        // Nothing that would tell what the line is for.
        await File.WriteAllBytesAsync(Path.Combine(folder, "check-in-text.xml"), TwimlDocument.Render(Texts(language => phrases.Text(CheckInPrompts.Busy, language, null))));
        await File.WriteAllBytesAsync(Path.Combine(folder, "busy.xml"), TwimlDocument.Render([new Reject("busy")]));
        await File.WriteAllTextAsync(Path.Combine(folder, "README.txt"), FallbackReadme.Text);
        await output.WriteLineAsync($"{folder}: README.txt says what each file is for. Write them again when a number or a recording changes.");
        return 0;
    }

    private IReadOnlyList<Verb> Texts(Func<string, string> words) => [.. Phrasebook.Messages([.. phrases.Languages.Select(words)]).Select(text => new Message(text))];

    /// <summary>Our recordings; else a person; else the one recording that an operator makes for a menu off the phone.</summary>
    private byte[] Call(out IReadOnlyList<AudioFile> copies)
    {
        var khmer = phrases.Languages[0];
        if (Recorded(khmer) is { } said)
        {
            var english = Recorded("en");
            copies = [.. said, .. english ?? []];
            return FallbackCall.Play(copies.Select(Path), english is null ? Clips.ReadOut(phrases.Find(Broken, "en"), "en", Numbers("en")) : null);
        }

        copies = [];
        if (settings is { DutyNumber: { } duty, Outreach.Number: { } ours })
            return FallbackCall.Dial(duty, ours, VoiceReply.SecondsToRing);
        if (audio.Find(OffThePhone.Folder, OffThePhone.Clip) is { } off)
        {
            copies = [off];
            return FallbackCall.Play([Path(off)], null);
        }

        throw new SetupException("Nothing would answer a call: set Hotline__DutyNumber and Provider__Number, whom to ring and which number they see; or record "
            + $"{string.Join(", ", Needed(khmer))} in localization/audio/{khmer}/, or one recording at localization/audio/{OffThePhone.Folder}/{OffThePhone.Clip}.wav.");

        static string Path(AudioFile file) => $"{Sounds}/{Uri.EscapeDataString(file.Name)}";
    }

    private IReadOnlyList<AudioFile>? Recorded(string language)
    {
        var files = Needed(language).Select(clip => audio.Find(language, clip)).ToList();
        return files.Contains(null) ? null : [.. files.OfType<AudioFile>()];
    }

    private IReadOnlyList<string> Needed(string language) => Clips.Of(phrases.Find(Broken, language), language, Numbers(language));

    private Dictionary<string, string> Numbers(string language)
    {
        var advised = phrases.Numbers.ForDanger(Country).Select(number => number.Dial(Country)).OfType<string>();
        return new(StringComparer.Ordinal) { [Placeholder.Numbers] = Written.Or([.. advised, .. settings.DutyNumber is { } duty ? new[] { duty } : []], language) };
    }
}

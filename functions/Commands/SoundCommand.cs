using System.Globalization;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;

namespace Hotline.Functions.Commands;

/// <summary>-- reports sound CASE N FILE: writes the sound of a report's N-th recording, opened, to a new file that only its owner can read.</summary>
public sealed class SoundCommand(Shelves shelves, RecordingShelf recordings, Sounds sounds, TimeProvider clock)
{
    private const string Usage = "Say which: -- reports sound CASE N FILE, where N is 1 for the first recording of the case.";

    public async Task<int> Run(string[] asked, TextWriter output)
    {
        var (code, sentence) = asked is ["sound", var name, var number, var file] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth > 0
            ? await Write(name, nth, file)
            : (1, Usage);
        await output.WriteLineAsync(sentence);
        return code;
    }

    private async Task<(int, string)> Write(string name, int nth, string file)
    {
        var shelf = await shelves.Read();
        var all = await recordings.All();
        var found = shelf.Reports.Where(report => report.Case == name).Select(report => recordings.Of(report, all)).ToList();
        if (found.Count == 0)
            found = [.. (await recordings.Nobodys(shelf.Reports, all, clock.GetUtcNow())).Where(one => RecordingText.NameOf(one) == name).Select(one => (IReadOnlyList<FoundRecording?>)[one])];
        return found switch
        {
            [] => (1, $"There is no case {name}. -- reports lists them."),
            [var of] when nth > of.Count => (1, $"{name} has {of.Count} recordings."),
            [var of] when of[nth - 1] is { Recording.State: RecordingState.Kept } kept => await Write(kept, file),
            [var of] => (1, $"This recording is {RecordingText.State(of[nth - 1])}."),
            _ => (1, $"Two cases are called {name}. Nothing was written."),
        };
    }

    private async Task<(int, string)> Write(FoundRecording kept, string file)
    {
        if (await sounds.Read(kept) is not { } sound)
            return (1, "The sound does not open with these keys.");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using var stream = new FileStream(file, options);
            await stream.WriteAsync(sound);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (1, File.Exists(file) ? $"{file} is there already, and nothing is written over it." : $"{file} cannot be written.");
        }

        return (0, string.Create(CultureInfo.InvariantCulture, $"{sound.Length} bytes ({kept.Recording.Type}) are in {file}, open for whoever reads it: delete it when it has been heard."));
    }
}

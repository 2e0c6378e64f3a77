using Hotline.Flows.Engine;

namespace Hotline.Benchmarks;

/// <summary>A conversation of the golden transcripts, up to where time passes or another channel is taken: only what the caller says.</summary>
internal sealed record SampleTalk(Channel Channel, IReadOnlyList<Input> Inputs)
{
    private static readonly string[] Parted = ["+", "call", "message", "desk ", "answered", "no answer", "hang up"];

    public static IReadOnlyList<SampleTalk> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Folder, "tests", "transcripts"), "*.txt").Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file) is var name && !name.Contains("check-in", StringComparison.Ordinal) && !name.Contains("staff", StringComparison.Ordinal) && !name.StartsWith("both-", StringComparison.Ordinal))
            .Select(Read).Where(talk => talk.Inputs.Count > 1)];

    private static SampleTalk Read(string file)
    {
        var channel = Path.GetFileName(file).StartsWith("voice-", StringComparison.Ordinal) ? Channel.Voice : Channel.Text;
        var lines = File.ReadLines(file).Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]);
        if (channel == Channel.Text)
            return new(channel, [.. lines.TakeWhile(line => !IsParted(line)).Select(line => new Input.Text(line))]);
        return new(channel, [new Input.CallStarted(), .. lines.SkipWhile(line => line != "call").Skip(1).TakeWhile(line => !IsParted(line)).Select(Pressed)]);
    }

    private static bool IsParted(string line) => Parted.Any(word => line.StartsWith(word, StringComparison.Ordinal));

    private static Input Pressed(string line) => line switch
    {
        "silence" => new Input.Silence(),
        "recording" => new Input.Recording("https://api.example.org/recordings/RE0123456789abcdef0123456789abcdef", 20),
        _ => new Input.Digits(line),
    };
}

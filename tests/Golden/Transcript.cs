using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Golden;

/// <summary>One file of tests/transcripts: its header, and what its callers do.</summary>
internal sealed class Transcript
{
    private Transcript(string name, string[] lines) => (Name, Lines, Header) = (name, lines, lines.TakeWhile(line => line.StartsWith('#')).ToArray());

    public string Name { get; }

    public string[] Lines { get; }

    /// <summary>"# one sentence", then "# text" or "# voice", perhaps "withheld", "staff" or "on-duty" (a duty number is set), perhaps "country TH"; on the check-in line "check-in nobody", or "check-in km" and the number of its talk or "own".</summary>
    public string[] Header { get; }

    public static string Folder => Repository.File("tests", "transcripts");

    public static IReadOnlyList<string> Names { get; } = Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray();

    public static Transcript Load(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name)).Split('\n'));

    /// <summary>The script before its first line, and the lines.</summary>
    public (Script Script, string[] Inputs) Start(Func<byte[]?, byte[]?>? keep = null)
    {
        var settings = Settings();
        var conversation = settings.Contains("on-duty") ? Hotlines.Staffed : Hotlines.Conversation;
        var country = Array.IndexOf(settings, "country") is >= 0 and var at ? settings[at + 1] : "KH";
        var script = new Script(conversation, settings[0] == "voice" ? Channel.Voice : Channel.Text, settings.Contains("withheld"), country == "unknown" ? null : country, settings.Contains("staff"), Client(settings), keep);
        return (script, Lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]).ToArray());
    }

    /// <summary>The whole file as the program would print it now.</summary>
    public string Play(Func<byte[]?, byte[]?>? keep = null)
    {
        var (script, inputs) = Start(keep);
        var text = new StringBuilder();
        foreach (var line in Header)
            text.Append(line).Append('\n');
        text.Append('\n');
        foreach (var input in inputs)
            text.Append(script.Take(input));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static Client? Client(string[] settings) => Array.IndexOf(settings, "check-in") is var at && at < 0 ? null
        : settings[at + 1] == "nobody" ? Flows.CheckIns.Client.Nobody
        : SampleClient.In(settings[at + 1], settings[at + 2] == "own" ? "ត្រី១គីឡូ ១២០០០រៀល។" : settings[at + 2]);

    private string[] Settings()
    {
        if (Header.Length < 2 || Header[^1][2..].Split(' ') is not ["text" or "voice", ..] settings)
            throw new InvalidDataException($"tests/transcripts/{Name} has to begin with a line \"# what it shows\" and a line \"# text\" or \"# voice\".");
        return settings;
    }
}

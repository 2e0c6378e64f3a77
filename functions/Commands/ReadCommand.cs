using System.Globalization;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Localization.Reading;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- read yesno | choice:N | number | province: one reply a line from standard input, and how it is understood. With --json one object a line:
/// {"text", "value"}. The value is the text "yes", "no" or "unknown" (they say that they do not know), a JSON number for a number, a choice or a
/// province (NCDD code, 1 to 25), or null when it was not understood.
/// </summary>
public static class ReadCommand
{
    public static int Run(string[] args, TextReader input, TextWriter output)
    {
        var read = Kind(args.ElementAtOrDefault(1) ?? "", DataFiles.Load().Phrases.Reader);
        var json = args.Contains("--json");
        for (var line = input.ReadLine(); line is not null; line = input.ReadLine())
        {
            var value = read(line);
            output.WriteLine(json ? JsonSerializer.Serialize(new { text = line, value = Value(value) }, AskCommand.Json) : value ?? "not understood");
        }

        return 0;
    }

    private static Func<string, string?> Kind(string kind, Reader reader) => kind switch
    {
        "yesno" => reader.YesNo,
        "number" => reader.Number,
        "province" => reader.Province,
        _ when kind.StartsWith("choice:", StringComparison.Ordinal) && int.TryParse(kind.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            => text => reader.Choice(text, count),
        _ => throw new SetupException("Say what to read: yesno, choice:N, number or province."),
    };

    private static object? Value(string? read) =>
        read is not null && long.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : read;
}

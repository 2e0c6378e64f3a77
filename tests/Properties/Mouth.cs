using System.Text.Json;
using Hotline.Flows.Engine;
using Hotline.Tests.Reading;

namespace Hotline.Tests.Properties;

/// <summary>Draws what callers say: answers, stories, words of the lists, and what nobody expects.</summary>
internal sealed class Mouth(Random random, Desk desk)
{
    private static readonly string[] Stops = ["stop", "STOP", " Stop.", "ឈប់", "សូមឈប់", "unsubscribe"];
    private static readonly string[] Erases = ["erase", "Delete", "លុប", "លុបចោល"];
    private static readonly string[] Starts =
    [
        "ខ្ញុំឃើញគេនាំក្មេងស្រីពីរនាក់ឡើងឡាននៅភ្នំពេញ", "ប្អូនស្រីខ្ញុំធ្វើការនៅថៃ គេមិនឲ្យចេញក្រៅ ហើយវាយ", "no they took my sister to Kampot and never let her call", "3 people are locked in a house, please stop them",
        "kmuoy srey khnhom tov tver ka rongchak ke ot oy luy", "ទេ គេយកលិខិតឆ្លងដែនរបស់យើងទាំងអស់គ្នា", "មិនដឹងធ្វើម៉េចទេ គេគំរាមសម្លាប់ខ្ញុំ", "បាទ ខ្ញុំនៅបាត់ដំបង តែប្អូនខ្ញុំនៅម៉ាឡេស៊ី",
    ];

    private static readonly string[] Hostile =
    [
        "", " ", "\n\n", "\0", "\u200B", "\u202Ereversed", "{numbers}", "{receipt}", "}{", "\"};DROP", "\\u0000", "<Response/>", "?", "!!!", "...", "🙂", "\uD83D", "\uDE42\uD83D", "a\uD800b",
        "\u17D2\u17D2", "\u17C1", "ᴀʙᴄ", "٣", "１", "99999999999999999999", "-1", "1e9", "0000 0000 0000 0000", "1234567890123456", "+855 12 345 678", "you", "¿", "\t1", "1 ", "ok ok ok", "re: stop", "គ", "ក្ខ",
    ];

    private static readonly string[] Places = ["កំពត", "Kampot", "ភ្នំពេញ", "ថៃ", "Malaysia", "ចិន", "កម្ពុជា", "បាត់ដំបង", "សង្កែ", "Korea", "ខេត្តទី៧", "ឡាវ"];

    private static readonly string[] Keys = ["0", "9", "#", "*", "12#", "3#", "012345678#", "+85512345678", "99999999999999999", "", "A", "**", "0000000000#", "5", "7"];

    private static readonly string[] Words = JsonDocument.Parse(Data.WordsJson).RootElement.GetProperty("lists").EnumerateObject()
        .Where(list => list.Name is not ("stop" or "erase"))
        .SelectMany(list => new[] { "km", "latin", "en" }.Where(language => list.Value.TryGetProperty(language, out _)).SelectMany(language => list.Value.GetProperty(language).EnumerateArray()))
        .Select(word => word.GetString()!).ToArray();

    private int told;

    /// <param name="patient">Ten questions in a row are answered by nobody who talks at random.</param>
    public Said Text(bool patient) => random.Next(100) switch
    {
        < 85 when patient => Plain(random.Next(2) == 0 ? "1" : "2"),
        < 45 => Plain(((char)('1' + random.Next(random.Next(3) == 0 ? 7 : 2))).ToString()),
        < 57 => Story(),
        < 62 => Plain(Pick(Places)),
        < 63 => new Said(new Input.Text(Pick(Stops)), Stops: true),
        < 64 => new Said(new Input.Text(Pick(Erases)), Erases: true),
        < 68 => Plain(Pick(["back", "ត្រឡប់", "menu", "go on", "5", "5", "done", "រួចហើយ", "skip", "រំលង"])),
        < 70 => Plain(Code()),
        < 88 => Plain(Pick(Words)),
        < 98 => Plain(Pick(Hostile)),
        _ => Flood(),
    };

    /// <summary>Keys that are offered, mostly, so that talk gets somewhere.</summary>
    public Said Voice(Wait? wait) => random.Next(100) switch
    {
        < 90 when wait is { Ask: Ask.Dial } => new Said(new Input.Dialled(random.Next(3) == 0)),
        < 78 when wait is { Ask: Ask.Recording } => Recording(),
        < 78 when wait is { Ask: Ask.Number or Ask.Phone } => new Said(new Input.Digits(Pick(["3#", "0#", "012345678#", "12"]))),
        < 78 when wait is { Ask: Ask.Code } => new Said(new Input.Digits(random.Next(3) > 0 ? desk.Any : Pick(["1234", "5678#", "000", "0", "*", "12*4", desk.Any[..4]]))),
        < 78 => new Said(new Input.Digits(((char)('1' + random.Next(4))).ToString())),
        < 83 => new Said(new Input.Silence()),
        < 92 => new Said(new Input.Digits(Pick(Keys))),
        < 95 => Recording(),
        < 97 => new Said(new Input.CallStarted()),
        _ => new Said(new Input.HangUp()),
    };

    public static Said CallStarted { get; } = new(new Input.CallStarted());

    /// <summary>Mostly a code that opens something; whole, in groups, in Khmer digits, or a part of it.</summary>
    private string Code() => random.Next(6) switch
    {
        0 => Receipt.Grouped(desk.Any),
        1 => string.Concat(desk.Any.Select(digit => (char)('\u17E0' + digit - '0'))),
        2 => desk.Any[..random.Next(1, 16)],
        3 => "9061 7234 5081 2343",
        _ => desk.Any,
    };

    private Said Story() => new(new Input.Text($"{Pick(Starts)} ({++told})"), MustBeKept: true);

    private Said Flood()
    {
        var unit = Pick(["🙂", "ក្ម", "a ", "\u0001", "\"\\", "ab\uD83D", "ខ្ញុំ "]);
        return new Said(new Input.Text($"{++told} story {string.Concat(Enumerable.Repeat(unit, 200 + random.Next(900)))}"));
    }

    private Said Recording() => new(new Input.Recording($"https://carrier.example/recording/{++told}", random.Next(1, 120)), MustBeKept: true);

    private static Said Plain(string body) => new(new Input.Text(body));

    private string Pick(string[] from) => from[random.Next(from.Length)];
}

using Hotline.Flows.Engine;

namespace Hotline.Tests.Outside;

/// <summary>What people send and press who are afraid, in a hurry, on a borrowed phone, or are not people.</summary>
internal static class BadDay
{
    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "9", "0", "-1", "១២៣៤៥", "12345678901234567890", "100000000000000000000000000", "?", "...", "\U0001F62D\U0001F64F", "\U0001F1F0\U0001F1ED", "ok", "a", "ក",
        "\0\u0001\u001b[2J\r\n\t", "\u200b\u200d\ufeff\u202e", "\u17d2\u17d2\u17d2", "\u17b7", "\ud800", "\udc00x", "ສະບາຍດີ", "你好，救命", "สวัสดีครับ ช่วยด้วย", "Xin chào, cứu tôi với",
        new string('ក', 1600), new string('x', 1600), string.Concat(Enumerable.Repeat("ស្ត្រី ", 220)), new string('1', 1600), "<Response><Hangup/></Response>", "{receipt}", "' OR 1=1 --",
        "មិនដឹង", "ឈប់", "STOP", "ជួយផង", "help", "menu", "back", "English", "ខ្មែរ", "លុប", "1234 5678 9012 3456", "+855 12 345 678", "yes yes yes yes", "no", "ទេ",
    ];

    public static readonly IReadOnlyList<Input> Calls =
    [
        .. new[] { "", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "**", "##", "*#", "11", "99", "000", "12345678901234567890", "1*2#3", new string('7', 100), "a", "។", "\U0001F62D" }
            .Select(keys => new Input.Digits(keys)),
        new Input.Silence(), new Input.CallStarted(), new Input.Recording("https://api.example.org/Recordings/REx", 0), new Input.Recording("", -1), new Input.HangUp(),
    ];

    public static IEnumerable<Input> On(Channel channel) => channel == Channel.Text ? Texts.Select(text => (Input)new Input.Text(text)) : Calls;
}

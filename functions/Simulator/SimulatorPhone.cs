using System.Globalization;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>The phone in the page: texts, calls, keys. Refuses what no phone could send with a sentence.</summary>
internal sealed class SimulatorPhone(Carrier carrier, CarrierForms forms, TwimlPhone phone, SimulatedCalls calls, CarriedTexts texts, PhoneViews seen, TurnViews turns, Settings settings)
{
    private const int LongestText = 1600;

    private static readonly Problem NoCheckInLine = new("There is no check-in line: set Provider__CheckInNumber and start again.", "no-check-in-line");
    private static readonly Problem NoMissedCallLine = new("There is no number for missed calls: set Provider__MissedCallNumber and start again.", "no-missed-call-line");

    public async Task<object> Text(TextSent sent, CancellationToken cancel)
    {
        if (!IsNumber(sent.From))
            return new Problem("A text comes from a number: a plus and 8 to 15 digits.");
        if (sent.Body is not { Length: > 0 and <= LongestText } body)
            return new Problem("A text has 1 to 1600 characters.");
        if (Line(sent.To) is not { } line)
            return sent.To == "missed-call" ? NoMissedCallLine : NoCheckInLine;
        var sid = texts.Add("inbound", sent.From!, line, body).Sid;
        var exchange = await carrier.Post("/sms", sid, forms.Text(sid, sent.From!, line, body), cancel);
        var replies = seen.Messages(exchange);
        foreach (var reply in replies)
            texts.Add("outbound-reply", line, sent.From!, reply.Body);
        return new TextAnswer(replies, turns.Of([exchange]));
    }

    public async Task<object> Call(CallPlaced placed, CancellationToken cancel)
    {
        if (placed.From != "anonymous" && !IsNumber(placed.From))
            return new Problem("A call comes from a number, a plus and 8 to 15 digits, or from anonymous.");
        if (Line(placed.To) is not { } line)
            return placed.To == "missed-call" ? NoMissedCallLine : NoCheckInLine;
        var call = new SimulatedCall(Sid.New("CA", settings.Provider), placed.From!, line);
        calls.Add(call);
        return await With(call.Sid, phone.Ring, cancel);
    }

    /// <summary>What is done about a ringing phone.</summary>
    public async Task<object> PickUp(PickedUp picked, CancellationToken cancel) =>
        picked.How is not ("answer" or "busy" or "no-answer") ? new Problem("A phone that rings is answered, busy or left: answer, busy, no-answer.")
        : picked.Call is null || calls.Find(picked.Call) is not { Rings: true } ? new Problem("This phone does not ring any more.", "rings-no-more")
        : await With(picked.Call, (call, token) => !call.Rings ? Task.FromResult<List<Exchange>>([]) : picked.How == "answer" ? phone.PickUp(call, token) : phone.LeaveIt(call, picked.How, token), cancel);

    public async Task<object> Keys(KeysPressed pressed, CancellationToken cancel) =>
        pressed.Keys is { Length: > 0 and <= 100 } keys && keys.All(key => char.IsAsciiDigit(key) || key is '*' or '#')
            ? await With(pressed.Call, (call, token) => phone.Press(call, keys, token), cancel)
            : new Problem("The keys are the digits, the star and the hash.");

    public Task<object> Silence(OnCall on, CancellationToken cancel) => With(on.Call, phone.StaySilent, cancel);

    public async Task<object> Record(Spoken spoken, CancellationToken cancel) =>
        spoken.Seconds is >= 1 and <= 300
            ? await With(spoken.Call, (call, token) => phone.Speak(call, spoken.Seconds, "#", spoken.HangUp, token), cancel)
            : new Problem("A recording has 1 to 300 seconds.");

    public Task<object> Rung(Rung rung, CancellationToken cancel) => With(rung.Call, (call, token) => phone.Answer(call, rung.Person, token), cancel);

    public Task<object> HangUp(OnCall on, CancellationToken cancel) => With(on.Call, phone.HangUp, cancel);

    private async Task<object> With(string? sid, Func<SimulatedCall, CancellationToken, Task<List<Exchange>>> act, CancellationToken cancel)
    {
        if (sid is null || calls.Find(sid) is not { } call)
            return new Problem("There is no such call.");
        if (!call.TryTake())
            return new Problem("The phone is busy with the last key.");
        try
        {
            var exchanges = call.Over ? [] : await act(call, cancel);
            var most = int.TryParse(call.Waiting?.Attribute("numDigits")?.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var takes = call.Waiting?.Name.LocalName switch { "Gather" => "keys", "Record" => "recording", "Dial" => "answer", _ => "nothing" };
            return new CallAnswer(call.Sid, takes, most, call.Waiting?.Attribute("finishOnKey")?.Value ?? "", call.End == "busy", [.. exchanges.SelectMany(seen.Heard)], turns.Of(exchanges));
        }
        finally
        {
            call.PutBack();
        }
    }

    private string? Line(string? to) => to switch
    {
        "check-in" => settings.CheckInNumber,
        "missed-call" => settings.Outreach.MissedCallNumber,
        _ => settings.Outreach.Number ?? SimulatedProvider.PublicLine,
    };

    public static bool IsNumber(string? from) => from is ['+', not '0', ..] && from.Length is >= 9 and <= 16 && from.Skip(1).All(char.IsAsciiDigit);
}

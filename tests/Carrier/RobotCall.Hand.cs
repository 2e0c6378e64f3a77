using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>What whoever holds the phone can do.</summary>
internal sealed partial class RobotCall
{
    private const string AllKeys = "1234567890*#";

    /// <summary>
    /// Keys one after the other, then a pause. A Gather takes them up to its number or its finishing key and no more; the finishing key alone is nothing. A
    /// Record ends at a key that ends it. A Dial hears no keys.
    /// </summary>
    public Task Press(string keys) => Do(() => Waiting?.Name.LocalName switch
    {
        "Gather" => Entered(Waiting!, keys),
        "Record" when keys.FirstOrDefault(key => Value(Waiting!, "finishOnKey", AllKeys).Contains(key, StringComparison.Ordinal)) is not '\0' and var end => Recorded(Waiting!, TimeSpan.FromSeconds(2), end.ToString(), hangUp: false),
        _ => Task.CompletedTask,
    });

    /// <summary>Nothing is pressed and nothing is said until the provider gives up waiting.</summary>
    public Task Silence() => Do(async () =>
    {
        var verb = Waiting!;
        if (verb.Name.LocalName == "Dial")
        {
            await Ended(verb, "no-answer", TimeSpan.Zero);
            return;
        }

        Pass(TimeSpan.FromSeconds(Number(verb, "timeout", 5)));
        if (verb.Name.LocalName == "Gather" && Value(verb, "actionOnEmptyResult", "false") == "true")
            await Go(Value(verb, "action", ""), more: ("Digits", ""));
        else
            await Next();
    });

    /// <summary>Words on a recording; where nothing records they go nowhere, and the provider waits as in silence.</summary>
    /// <param name="key">What ends it; empty: silence does.</param>
    public Task Speak(TimeSpan length, string key = "#") => Waiting?.Name.LocalName == "Record" ? Do(() => Recorded(Waiting!, length, key, hangUp: false)) : Silence();

    /// <summary>Words on a recording, and then the phone is put down.</summary>
    public Task SpeakAndHangUp(TimeSpan length) => Waiting?.Name.LocalName == "Record" ? Do(() => Recorded(Waiting!, length, "hangup", hangUp: true)) : HangUp();

    /// <summary>The other phone that rings for the caller.</summary>
    /// <param name="status">completed, busy, no-answer or failed.</param>
    public Task Dialled(string status, TimeSpan talk = default) => Do(() => Waiting?.Name.LocalName == "Dial"
        ? Ended(Waiting!, status, talk)
        : throw new InvalidOperationException("No other phone rings."));

    /// <summary>Nothing when the call is over already.</summary>
    public Task HangUp()
    {
        if (!call.IsOver)
            End("completed");
        return Task.CompletedTask;
    }

    private async Task Entered(XElement gather, string keys)
    {
        var finish = Value(gather, "finishOnKey", "#");
        var most = Number(gather, "numDigits", int.MaxValue);
        var end = finish.Length == 0 ? -1 : keys.IndexOf(finish[0], StringComparison.Ordinal);
        var digits = end < 0 ? keys : keys[..end];
        digits = digits[..Math.Min(most, digits.Length)];
        Pass(TimeSpan.FromSeconds(keys.Length));
        if (digits.Length > 0)
            await Go(Value(gather, "action", ""), more: ("Digits", digits));
        else if (Value(gather, "actionOnEmptyResult", "false") == "true")
            await Go(Value(gather, "action", ""), more: ("Digits", ""));
        else
            await Next();
    }

    private async Task Recorded(XElement record, TimeSpan length, string key, bool hangUp)
    {
        var longest = TimeSpan.FromSeconds(Number(record, "maxLength", 3600));
        if (length > longest)
            (length, key) = (longest, "");
        if (key.Length > 0 && !hangUp && !Value(record, "finishOnKey", AllKeys).Contains(key, StringComparison.Ordinal))
            throw new InvalidOperationException("That key does not end the recording.");
        Pass(length + (key.Length == 0 ? TimeSpan.FromSeconds(Number(record, "timeout", 5)) : TimeSpan.Zero));
        var recording = provider.Recordings.Add(provider.Sids.Next("RE"), call.Sid, length, provider.Clock.GetUtcNow());
        if (record.Attribute("recordingStatusCallback") is { } told)
            provider.Webhooks.Tell(told.Value, WebhookKind.Recording, CallForms.Recording(provider, recording), recording.Ready);
        await Go(Value(record, "action", ""), hangUp ? "completed" : null, CallForms.Recorded(provider, recording, key));
        if (hangUp)
            End("completed");
    }

    private async Task Ended(XElement dial, string status, TimeSpan talk)
    {
        var ring = status == "no-answer" ? TimeSpan.FromSeconds(Number(dial, "timeout", 30)) : TimeSpan.FromSeconds(3);
        Sound(HeardKind.Ringing, "", ring);
        Pass(talk);
        if (dial.Attribute("action") is not { } action)
        {
            await Next();
            return;
        }

        List<(string, string)> told = [("DialCallStatus", status), ("DialCallSid", dialled!.Sid)];
        if (status == "completed")
            told.Add(("DialCallDuration", ((int)talk.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        await Go(action.Value, more: told);
    }

    private Task Next()
    {
        Waiting = null;
        return Run();
    }

    private static string Value(XElement verb, string name, string otherwise) => (string?)verb.Attribute(name) ?? otherwise;
}

using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>Conversations through every door in which each thing that may not leak is said at least once, and marked.</summary>
internal sealed class ToldInConfidence(Carrier carrier, Markers markers)
{
    private const string From = "+855976184305";
    private const string Khmer = "ថៅកែយកលិខិតឆ្លងដែនខ្ញុំទៅលាក់ទុកក្នុងទូដែក";
    private const string English = "They locked nine of us above the blue pharmacy";

    private const string Later = "the green gate opens only at night for the van";
    private const string Guess = "9061723450812343";

    private string? receipt;

    /// <summary>Tries again what failed, as a provider does; so that failing stores are part of it.</summary>
    public async Task Tell(bool voice)
    {
        markers.AddNumber("the caller's number", From);
        markers.AddNumber("a number written in a story", "+855884417026");
        markers.AddNumber("a number keyed in", "+855717730945");
        markers.Add("the auth token", Signed.Token);
        markers.Add("the account", Signed.Account);
        markers.Add("a story in Khmer", Khmer);
        markers.Add("a part of it", "លាក់ទុកក្នុងទូដែក");
        markers.Add("a story in English", English);
        markers.Add("a text from a name", "your cousin works above the pharmacy");
        await ByText(From, Khmer + " 088 441 7026", "1", "1", "1", "1", "1", "2", "ភ្នំពេញ", "មិនដឹង", "1", "3", "9", "អស់ហើយ", "1", "2", "1", "2");
        receipt = await ByText("+855976184306", English, "1", "2", "2", "2", "1");
        await ByText("+855976184307", English, "ជួយផង", "STOP");
        await ByText("+855976184308", English, "erase");
        await ByText("+855976184309", "1234 5678 9012 3456");
        await Post(Carrier.Sms("ACLEDA", "your cousin works above the pharmacy", Sid("SM", "the id of a text from a name")));
        var recording = Sid("RE", "a recording's address");
        await Post(Carrier.Recording(Sid("CA", "the id of a call"), recording));
        await Post(Carrier.Delivery(From, Sid("SM", "the id of a text we sent")));
        await Refused();
        if (voice)
            await ByVoice();
        else
            await Post(Carrier.Call(From, Sid("CA", "the id of a call"), "/call", "ringing"));
    }

    /// <summary>Back by the code from another phone: words, and a number to be called on; and one who guesses. The report has landed by now.</summary>
    public async Task ComeBack()
    {
        markers.Add("words added later", Later);
        markers.Add("a guess", Guess);
        await ByText("+855976184311", receipt!, "1", Later, "2", "3", "1", "1", "1");
        await ByText("+855976184312", Guess, Guess[..15] + "1");
    }

    /// <returns>The receipt that the last of these texts was answered with, if it was.</returns>
    private async Task<string?> ByText(string from, params string[] says)
    {
        if (from != From)
            markers.AddNumber("another caller's number", from);
        string? last = null;
        foreach (var said in says)
            Receipt(last = (await Post(Carrier.Sms(from, said, Sid("SM", "the id of a text")))).Receipt);
        return last;
    }

    private async Task ByVoice()
    {
        foreach (var from in new[] { From, "anonymous" })
        {
            var call = Sid("CA", "the id of a call");
            var step = 0;
            var withheld = from == "anonymous";
            await Post(Carrier.Call(from, call, "/call", "ringing"));
            string[] keys = ["2", "1", "1", "1", "1", "1", "2", "1", "1", "1", "1", "3", "77", "recording", "1", .. withheld ? new[] { "0717730945" } : ["1"], "4", "2"];
            Heard heard = null!;
            foreach (var key in keys)
            {
                var recording = Sid("RE", "a recording's address");
                (string, string)[] more = key == "recording"
                    ? [("RecordingUrl", Carrier.RecordingAddress(recording)), ("RecordingSid", recording), ("RecordingDuration", "9"), ("Digits", "#")]
                    : [("Digits", key)];
                heard = await Post(Carrier.Call(from, call, $"/call/{++step}", "in-progress", more));
            }

            Receipt(new string([.. Digits(heard)]));
            await Post(Carrier.Call(from, call, "/call", "completed"));
        }
    }

    /// <summary>The receipt as it is read out in English: digit by digit.</summary>
    private static IEnumerable<char> Digits(Heard heard)
    {
        var said = string.Concat(heard.Document.Descendants("Say").Select(say => say.Value)).Where(char.IsAsciiDigit).Take(16).ToArray();
        return said.Length == 16 ? said : throw new InvalidOperationException("The call did not end with a receipt.");
    }

    private void Receipt(string? receipt)
    {
        if (receipt is null)
            return;
        markers.Add("a receipt", receipt);
        markers.Add("a receipt", string.Join(' ', receipt.Chunk(4).Select(group => new string(group))));
    }

    /// <summary>What is turned away at the door may leave no more behind than what is let in.</summary>
    private async Task Refused()
    {
        var text = Carrier.Sms(From, English + Khmer, Sid("SM", "the id of a refused text"));
        await carrier.Post(text.Target, text.Body, "AAAA");
        await carrier.Post(text.Target, text.Body, null);
        await carrier.Post(text.Target, text.Body, text.Header, "application/json");
        await carrier.Post(text.Plus("From", From).Sign());
        await carrier.Post(text.Without("MessageSid").Sign());
        await carrier.Post(text.With("From", From + "x").Sign());
        await carrier.Post(text.With("AccountSid", "AC" + new string('0', 32)).Sign());
        await carrier.Post(Carrier.Call(From, Sid("CA", "the id of a refused call"), "/call/3", "in-progress", ("Digits", "717730945x")));
        await carrier.Post("/sms", [.. text.Body, .. new byte[70_000]], text.Header);
        await carrier.Post("/sms", "%zz=%E1%9E"u8.ToArray(), text.Header);
    }

    private async Task<Heard> Post(Signed request)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var heard = await carrier.Post(request);
            if (heard.Status < 500 && !heard.Text.Contains("សូមសាកម្តងទៀត", StringComparison.Ordinal) && !heard.Text.Contains("everywhere.broken", StringComparison.Ordinal))
                return heard;
        }

        throw new InvalidOperationException($"{request.Kind} did not get through.");
    }

    private string Sid(string prefix, string name)
    {
        var sid = Carrier.Sid(prefix);
        markers.Add(name, sid);
        return sid;
    }
}

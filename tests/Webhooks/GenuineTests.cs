using Hotline.Functions.Webhooks;
using Xunit;

namespace Hotline.Tests.Webhooks;

public sealed class GenuineTests
{
    [Fact]
    public void Every_genuine_request_is_accepted_and_read_as_it_was_sent()
    {
        var chance = new Random(7);
        var refused = new List<string>();
        for (int i = 0; i < 2000; i++)
        {
            var sent = Genuine.Any(chance);
            if (i % 3 == 0)
                sent = sent.Sign(Signed.NextToken);
            if (sent.Read() is not Accepted { Received: var received })
            {
                refused.Add($"{sent.Provider} {sent.Kind}: {((Refused)sent.Read()).Reason} of {sent.Text}");
                continue;
            }

            Assert.Equal(sent.Value("MessageSid"), received.MessageSid);
            Assert.Equal(sent.Value("CallSid"), received.CallSid);
            Assert.Equal(sent.Value("Digits"), received.Digits);
            Assert.Equal(sent.Value("RecordingUrl"), received.RecordingUrl);
            Assert.Equal(sent.Value("MessageStatus"), received.MessageStatus);
            if (sent.Kind != WebhookKind.Recording)
                Assert.Equal((sent.Value("From"), sent.Value("To")), (received.From, received.To));
            if (sent.Kind == WebhookKind.Sms)
                Assert.Equal(sent.Value("Body"), received.Body);
            Assert.Equal(sent.Value("NumMedia") == "1" ? 1 : 0, received.MediaUrls.Count);
        }

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("https://hotline.example.org:443")]
    [InlineData("https://hotline.example.org")]
    public void The_default_port_may_be_signed_or_not(string origin) =>
        Assert.IsType<Accepted>(Genuine.Sms(new Random(1), ProviderKind.Twilio).Sign(origin: origin).Read());

    [Fact]
    public void The_order_in_which_fields_come_does_not_matter()
    {
        var sent = Genuine.Sms(new Random(2), ProviderKind.Twilio, "ជំរាបសួរ");
        var turned = sent with { Fields = [.. sent.Fields.Reverse()] };
        Assert.Equal("ជំរាបសួរ", Assert.IsType<Accepted>(turned.Read()).Received.Body);
    }

    [Theory]
    [InlineData("+85512345678", false, false)]
    [InlineData("anonymous", true, false)]
    [InlineData("Anonymous", true, false)]
    [InlineData("", true, false)]
    [InlineData("+266696687", true, false)]
    [InlineData("+7378742833", true, false)]
    [InlineData("sip:anonymous@anonymous.invalid", true, false)]
    [InlineData("sip:desk@198.51.100.7:5060", false, true)]
    [InlineData("Unlisted Caller", false, true)]
    [InlineData("1294", false, true)]
    public void A_caller_is_a_number_hidden_or_out_of_reach(string from, bool withheld, bool unanswerable)
    {
        var sent = Genuine.Call(new Random(3), ProviderKind.Twilio).With("From", from).Sign();
        var received = Assert.IsType<Accepted>(sent.Read()).Received;
        Assert.Equal((from, withheld, unanswerable), (received.From, received.Withheld, received.Unanswerable));
    }

    [Theory]
    [InlineData(ProviderKind.Twilio, "+85512345678", false)]
    [InlineData(ProviderKind.Twilio, "SMART", true)]
    [InlineData(ProviderKind.Twilio, "My Bank 24", true)]
    [InlineData(ProviderKind.Twilio, "1294", true)]
    [InlineData(ProviderKind.Somleng, "85512345678", false)]
    [InlineData(ProviderKind.Somleng, "+85512345678", false)]
    [InlineData(ProviderKind.Somleng, "1294", true)]
    public void A_sender_can_be_answered_when_it_is_a_number(ProviderKind provider, string from, bool unanswerable)
    {
        var sent = Genuine.Sms(new Random(4), provider).With("From", from).Sign();
        Assert.Equal(unanswerable, Assert.IsType<Accepted>(sent.Read()).Received.Unanswerable);
    }

    [Fact]
    public void A_text_from_Frome_is_read_and_its_town_is_no_sender()
    {
        var sent = Genuine.Sms(new Random(9), ProviderKind.Twilio, "hi").With("FromCity", "Frome").Without("FromCarrier").Without("NetworkCode").Sign();
        Assert.IsType<Accepted>(sent.Read());
        var cut = sent.Without("FromCity").With("Body", $"hiFrom{sent.Value("From")}FromCity").With("From", "e");
        Assert.Equal(sent.Text, cut.Text);
        Assert.IsType<Refused>(cut.Read());
    }

    [Fact]
    public void The_end_of_a_call_is_one_turn_and_a_recording_keeps_its_own()
    {
        var chance = new Random(5);
        string sid = Genuine.Sid(chance, ProviderKind.Twilio, "CA");
        string recording = Genuine.Sid(chance, ProviderKind.Twilio, "RE");
        var call = new Signed(WebhookKind.Call, "/call/4", [
            new("AccountSid", Signed.Account), new("ApiVersion", "2010-04-01"), new("CallSid", sid), new("CallStatus", "completed"),
            new("Direction", "outbound-api"), new("From", "+85512000000"), new("To", "+85512345678")])
        { Step = 4 };
        var ended = Assert.IsType<Accepted>(call.Sign().Read()).Received;
        var recorded = Assert.IsType<Accepted>(call.Plus("RecordingUrl", "https://api.twilio.com/r/" + recording).Plus("Digits", "hangup").Sign().Read()).Received;
        var going = Assert.IsType<Accepted>(call.With("CallStatus", "in-progress").Sign().Read()).Received;

        Assert.Equal((sid + ":end", true, true), (ended.Id, ended.Hangup, ended.Outbound));
        Assert.Equal((sid + ":4", true, recording), (recorded.Id, recorded.Hangup, recorded.RecordingSid));
        Assert.Equal((sid + ":4", false, null), (going.Id, going.Hangup, going.Digits));
    }

    [Fact]
    public void Somleng_sends_names_without_a_value_and_a_recording_without_its_sid()
    {
        var chance = new Random(6);
        var call = Genuine.Call(chance, ProviderKind.Somleng);
        string sid = Genuine.Sid(chance, ProviderKind.Somleng, "");
        call = (call with { Fields = [.. call.Fields.Where(pair => !pair.Key.StartsWith("Recording", StringComparison.Ordinal))] })
            .Plus("RecordingUrl", "https://api.somleng.example.org/Recordings/" + sid).Plus("RecordingDuration", "11").Sign();
        byte[] body = [.. call.Body, .. "&CallbackSource&SequenceNumber"u8];
        var signed = call.Plus("CallbackSource", "").Plus("SequenceNumber", "").Sign();
        var received = Assert.IsType<Accepted>((call with { Header = signed.Header }).Read(body)).Received;
        Assert.Equal((sid, 11), (received.RecordingSid, received.RecordingSeconds));
    }

    [Fact]
    public void Nothing_of_a_person_is_printed()
    {
        var received = Assert.IsType<Accepted>(Genuine.Sms(new Random(8), ProviderKind.Twilio, "my secret").Read());
        Assert.DoesNotContain("secret", received.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("+855", received.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Signed.Account, Signed.Settings(ProviderKind.Twilio).ToString(), StringComparison.Ordinal);
    }
}

using System.Text;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>The robot has to refuse what a provider would not carry out.</summary>
public sealed class TwimlJudgeTests
{
    private const string Action = " action=\"https://h/a\"";

    [Theory]
    [InlineData("<Play>https://h/a.wav</Play><Say language=\"en-US\">hello</Say><Pause length=\"2\"/><Hangup/>")]
    [InlineData("<Gather" + Action + " method=\"POST\" numDigits=\"1\" finishOnKey=\"\" timeout=\"8\"><Play>https://h/a.wav</Play></Gather><Redirect method=\"POST\">https://h/b</Redirect>")]
    [InlineData("<Record" + Action + " maxLength=\"300\" timeout=\"8\" finishOnKey=\"#\" playBeep=\"true\" recordingStatusCallback=\"https://h/r\" recordingStatusCallbackMethod=\"POST\"/>")]
    [InlineData("<Dial" + Action + " timeout=\"40\" callerId=\"+85512000000\"><Number>+85512000001</Number></Dial>")]
    [InlineData("<Reject reason=\"busy\"/>")]
    [InlineData("")]
    public void What_both_providers_carry_out_passes(string verbs) => TwimlJudge.Call(Answer(verbs), ProviderKind.Twilio);

    [Theory]
    [InlineData("<Shout>hi</Shout>", "Shout")]
    [InlineData("<play>https://h/a</play>", "play")]
    [InlineData("<Play volume=\"11\">https://h/a</Play>", "Play@volume is unknown")]
    [InlineData("<Gather" + Action + "><Record/></Gather>", "Record may not stand in Gather")]
    [InlineData("<Gather" + Action + "><Pause/></Gather>", "Pause may not stand in Gather")]
    [InlineData("<Gather" + Action + " finishOnKey=\"##\"/>", "finishOnKey")]
    [InlineData("<Gather" + Action + " numDigits=\"0\"/>", "numDigits lies outside")]
    [InlineData("<Gather" + Action + " timeout=\"soon\"/>", "Gather@timeout has a value of the wrong kind")]
    [InlineData("<Gather" + Action + " method=\"GET\"/>", "would stand in an address")]
    [InlineData("<Gather/>", "Gather has no action")]
    [InlineData("<Gather action=\"/a\"/>", "no full http(s) address")]
    [InlineData("<Record/>", "Record has no action")]
    [InlineData("<Record" + Action + " maxLength=\"99999\"/>", "maxLength lies outside")]
    [InlineData("<Record" + Action + " transcribe=\"true\"/>", "third party")]
    [InlineData("<Record" + Action + " recordingStatusCallbackEvent=\"done\"/>", "wrong kind")]
    [InlineData("<Dial" + Action + ">+85512000001</Dial>", "Number is for that")]
    [InlineData("<Dial" + Action + "><Number>twelve</Number></Dial>", "holds no number")]
    [InlineData("<Reject reason=\"tired\"/>", "Reject@reason")]
    [InlineData("<Play>https://h/a</Play><Reject/>", "not the first verb")]
    [InlineData("<Say>សួស្តី</Say>", "no provider has a voice")]
    [InlineData("<Say language=\"km-KH\">hi</Say>", "Say@language")]
    [InlineData("<Redirect>call/2</Redirect>", "full http(s) address")]
    [InlineData("<Hangup>now</Hangup>", "Hangup may not hold text")]
    [InlineData("<Hangup>", "no XML")]
    public void A_mistake_in_a_call_is_refused_in_a_sentence(string verbs, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(Answer(verbs), ProviderKind.Twilio)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_only_Twilio_knows_is_refused_at_Somleng()
    {
        TwimlJudge.Call(Answer("<Pause/>"), ProviderKind.Twilio);
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(Answer("<Pause/>"), ProviderKind.Somleng));
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(Answer("<Enqueue>a</Enqueue>"), ProviderKind.Somleng));
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(Answer("<Gather input=\"speech\" action=\"https://h/a\"/>"), ProviderKind.Somleng));
    }

    [Theory]
    [InlineData("<Play>https://h/a</Play>", "Play may not stand in Response")]
    [InlineData("<Message></Message>", "")]
    [InlineData("<Message to=\"+85512987654\">hi</Message>", "plain Messages only")]
    public void A_mistake_in_an_answer_to_a_text_is_refused(string verbs, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<TwimlRefused>(() => TwimlJudge.Texts(Answer(verbs), ProviderKind.Twilio)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_and_a_document_without_end_are_refused()
    {
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(new Heard(200, [0xEF, 0xBB, 0xBF, .. "<Response/>"u8]), ProviderKind.Twilio));
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(Answer($"<Play>https://h/{new string('a', 65_536)}</Play>"), ProviderKind.Twilio));
        Assert.Throws<TwimlRefused>(() => TwimlJudge.Call(new Heard(200, []), ProviderKind.Twilio));
    }

    private static Heard Answer(string verbs) => new(200, Encoding.UTF8.GetBytes($"<Response>{verbs}</Response>"));
}

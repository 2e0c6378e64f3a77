using System.Xml.Linq;
using Xunit;

namespace Hotline.Tests.Twiml;

/// <summary>The judge must be able to condemn.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("<Response><Gather input=\"dtmf speech\" timeout=\"5\"><Say language=\"en-US\">hi</Say><Pause/></Gather></Response>")]
    [InlineData("<Response><Record playBeep=\"false\" recordingStatusCallbackEvent=\"completed absent\"/><Hangup/></Response>")]
    public void What_the_official_library_can_write_is_good(string xml) => Assert.Empty(TwimlGrammar.Voice.Judge(XDocument.Parse(xml)));

    [Theory]
    [InlineData("<response/>", "the root is not Response")]
    [InlineData("<Response><Shout/></Response>", "Shout may not stand in Response")]
    [InlineData("<Response><say>hi</say></Response>", "say is unknown")]
    [InlineData("<Response><Gather><Dial>1</Dial></Gather></Response>", "Dial may not stand in Gather")]
    [InlineData("<Response><Gather><Gather/></Gather></Response>", "Gather may not stand in Gather")]
    [InlineData("<Response><Say finishOnKey=\"#\">hi</Say></Response>", "Say@finishOnKey is unknown")]
    [InlineData("<Response><Gather Timeout=\"5\"/></Response>", "Gather@Timeout is unknown")]
    [InlineData("<Response><Gather timeout=\"five\"/></Response>", "Gather@timeout has a value of the wrong kind")]
    [InlineData("<Response><Record playBeep=\"True\"/></Response>", "Record@playBeep has a value of the wrong kind")]
    [InlineData("<Response><Reject reason=\"tired\"/></Response>", "Reject@reason has a value of the wrong kind")]
    [InlineData("<Response><Say language=\"km-KH\">hi</Say></Response>", "Say@language has a value of the wrong kind")]
    [InlineData("<Response>hi</Response>", "Response may not hold text")]
    [InlineData("<Response><Hangup>now</Hangup></Response>", "Hangup may not hold text")]
    [InlineData("<Response><Redirect/></Response>", "Redirect needs text")]
    [InlineData("<Response><Message>hi</Message></Response>", "Message may not stand in Response")]
    public void What_it_cannot_write_is_condemned(string xml, string finding) => Assert.Contains(finding, TwimlGrammar.Voice.Judge(XDocument.Parse(xml)));

    [Fact]
    public void A_call_has_no_place_in_a_text() =>
        Assert.Contains("Play may not stand in Response", TwimlGrammar.Messaging.Judge(XDocument.Parse("<Response><Play>https://h/a</Play></Response>")));
}

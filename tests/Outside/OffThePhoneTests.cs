using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>In Production no Khmer prompt is recorded yet: a person answers.</summary>
public sealed class OffThePhoneTests
{
    [Theory]
    [InlineData("+85512345678")]
    [InlineData("anonymous")]
    public async Task A_call_reaches_the_duty_number_which_sees_ours_and_not_the_callers(string from)
    {
        using var folder = new Scratch();
        using var gateway = await RunningGateway.Start(folder.Folder);
        using var carrier = new Carrier(gateway.Address);
        var call = new PhoneCall(carrier, from);
        (await call.Start()).IsTwiml(TwimlGrammar.Voice);
        var dial = Assert.Single(call.Root.Elements());
        Assert.Equal(("Dial", Served.Duty, Carrier.Line), (dial.Name.ToString(), dial.Element("Number")!.Value, (string?)dial.Attribute("callerId")));
        Assert.Equal(Signed.Origin + "/call/1", (string?)dial.Attribute("action"));

        // However it went, the call ends: nobody is sent in a circle.
        foreach (var state in new[] { "completed", "no-answer", "busy", "failed" })
        {
            var after = await carrier.Post(Carrier.Call(from, call.Sid, "/call/1", "in-progress", ("DialCallStatus", state)));
            Assert.Equal("Hangup", Assert.Single(after.IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements()).Name);
        }

        Assert.True((await call.HangUp()).SaysNothing);
        var (code, lines, _) = await RunningGateway.RunToEnd(folder.Folder, "Production", ["reports", "--json"]);
        Assert.Equal((0, ""), (code, lines.Trim()));
    }
}

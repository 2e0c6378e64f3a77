using System.Xml.Linq;
using Hotline.Functions.Setup;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>The robot in whole calls with today's gateway: the lines of tests/transcripts, and beside it the plain phone of the other outside tests.</summary>
public sealed class WholeCallTests
{
    [Theory]
    [InlineData("voice-km-whole.txt", true)]
    [InlineData("voice-km-danger-th.txt", true)]
    [InlineData("voice-km-silence.txt", false)]
    [InlineData("voice-km-hang-up-danger.txt", true)]
    [InlineData("voice-km-unsafe.txt", false)]
    [InlineData("voice-en-silence.txt", false)]
    [InlineData("voice-km-hang-up-filed.txt", true)]
    [InlineData("voice-km-wrong-keys.txt", false)]
    [InlineData("voice-en-whole.txt", true)]
    public async Task The_robot_hears_what_the_plain_phone_hears(string transcript, bool files)
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var provider = new FakeProvider(gateway.Clock, seed: 3) { Webhooks = { Sink = gateway.Carrier.Post } };
        var words = new Spoken(DataFiles.Load(Served.Duty).Phrases);
        var plain = new PhoneCall(gateway.Carrier, "+85512111111");
        RobotCall? robot = null;
        foreach (var line in (await File.ReadAllLinesAsync(Repository.File("tests", "transcripts", transcript))).Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]))
        {
            robot = line == "call" ? await new PhoneRobot(provider, "+85512222222").Call() : await Do(robot!, line);
            await Do(plain, line);
            if (line != "hang up")
                Assert.Equal($"{line}: {Bare(plain.Said)}", $"{line}: {Bare(robot.Said)}");
        }

        await robot!.HangUp();
        await plain.HangUp();
        gateway.Clock.Advance(TimeSpan.FromMinutes(10));
        await provider.Advance();
        await gateway.Sweep();
        Assert.All(provider.Webhooks.Posted, posted => Assert.InRange(posted.Status, 200, 204));
        Assert.Equal(files ? 2 : 0, (await gateway.Filed()).Count(row => row.IsReport));

        string Bare(IEnumerable<string> said) => Spoken.Bare(words.Words(new XDocument(new XElement("Response", said.Select(one => new XElement(one.StartsWith(Signed.Origin, StringComparison.Ordinal) ? "Play" : "Say", one))))));
    }

    [Fact]
    public async Task A_report_by_text_goes_through_the_provider_and_its_answers_lie_in_the_list()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var provider = new FakeProvider(gateway.Clock, seed: 3) { Webhooks = { Sink = gateway.Carrier.Post } };
        var person = new PhoneRobot(provider, "+85512333333");
        foreach (var text in (string[])["ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ មិនឱ្យចេញក្រៅ", "1", "2"])
            Assert.NotNull((await person.Text(text)).Answer);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await provider.Advance();
        Assert.True(person.Got.Count >= 3);
        Assert.All(person.Got, sent => Assert.True(sent is { Kind: SentKind.Reply, Reached: not null }));
        Assert.Equal(3 + person.Got.Count, provider.Messages.Count);
    }

    private static async Task<RobotCall> Do(RobotCall call, string line)
    {
        await (line switch
        {
            "silence" => call.Silence(),
            "hang up" => call.HangUp(),
            "recording" => call.Speak(TimeSpan.FromSeconds(17)),
            _ => call.Press(line),
        });
        return call;
    }

    private static Task Do(PhoneCall call, string line) => line switch
    {
        "call" => call.Start(),
        "silence" => call.Silence(),
        "hang up" => call.HangUp(),
        "recording" => call.Speak(Carrier.Sid("RE")),
        _ => call.Press(line.Length > 1 ? line.TrimEnd('#') : line),
    };
}

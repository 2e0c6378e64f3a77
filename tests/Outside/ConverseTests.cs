using System.Text.Json;
using System.Xml.Linq;
using Hotline.Flows.Engine;
using Hotline.Functions.Setup;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Node;
using Hotline.Tests.Storage;
using Hotline.Tests.Tables;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>Whole conversations from outside, signed by the official library: what a caller reads and hears is what the engine says for the same inputs.</summary>
public sealed class ConverseTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string[] KhmerText =
        ["ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ មិនឱ្យចេញក្រៅ", "1", "2", "1", "1", "1", "2", "ភ្នំពេញ", "មិនដឹង", "1", "៣", "បីនាក់", "អស់ហើយ", "1", "2", "1", "2"];

    private static readonly string[] EnglishText =
        ["My boss took my passport and we cannot leave the house", "1", "yes", "1", "3", "5", "3", "Poipet", "2", "unknown", "12", "the gate is blue", "2", "3"];

    private static readonly string[] KhmerVoice =
        ["call", "1", "1", "1", "2", "7", "1", "1", "*", "1", "2", "1", "silence", "2", "1", "1", "3", "3", "recording", "2", "1"];

    private static readonly string[] EnglishVoice =
        ["call", "silence", "2", "9", "1", "1", "1", "1", "3", "4", "2", "1", "2", "2", "4", "2", "15", "recording", "1", "1", "4", "3"];

    [Theory]
    [InlineData("twilio", false)]
    [InlineData("somleng", false)]
    [InlineData("twilio", true)]
    public async Task A_report_by_text_and_by_voice_is_the_same_from_outside_as_inside(string provider, bool onATable)
    {
        using var folder = new Scratch();
        var account = provider == "somleng" ? Signed.SomlengAccount : Signed.Account;
        (string, string?)[] settings = [("Provider__Kind", provider), ("Provider__AccountSid", account), .. onATable ? azurite.Settings(Azurite.NewTable()) : []];
        using var gateway = await RunningGateway.Start(folder.Folder, "Development", settings);
        string[][] all = [KhmerText, EnglishText, KhmerVoice, EnglishVoice];
        var steps = Converse(gateway, provider, account, all);

        var context = DataFiles.Load(Served.Duty);
        var spoken = new Spoken(context.Phrases);
        for (var i = 0; i < all.Length; i++)
        {
            var channel = all[i][0] == "call" ? Channel.Voice : Channel.Text;
            var script = new Script(new Conversation(context.Flows, context.Phrases), channel);
            var heard = steps.Where(step => step.Conversation == i).ToArray();
            Assert.Equal(all[i].Length, heard.Length);
            for (var line = 0; line < heard.Length; line++)
            {
                var inside = Words(script.Take(all[i][line]));
                var document = heard[line].Document();
                Assert.Empty((channel == Channel.Text ? TwimlGrammar.Messaging : TwimlGrammar.Voice).Judge(document));
                if (channel == Channel.Text)
                    Assert.Equal(Receipts.Hide(inside), Receipts.Hide(string.Join('\n', document.Root!.Elements("Message").Select(message => message.Value))));
                else
                    Assert.Equal(Spoken.Bare(inside), Spoken.Bare(spoken.Words(document)));
                Assert.NotEqual("", Spoken.Bare(inside));
            }

            Assert.Contains("(receipt)", Spoken.Bare(channel == Channel.Text ? heard[^1].Xml : spoken.Words(heard[^1].Document())), StringComparison.Ordinal);
        }

        await Stored(folder.Folder, settings);
    }

    [Fact]
    public void One_other_word_one_other_clip_and_one_other_number_are_seen()
    {
        var context = DataFiles.Load(Served.Duty);
        var spoken = new Spoken(context.Phrases);
        string Heard(string verbs) => Spoken.Bare(spoken.Words(XDocument.Parse($"<Response>{verbs}</Response>")));
        var safe = Heard($"<Play>{Signed.Origin}/audio/km/report.safe</Play>");
        Assert.Equal(safe, Spoken.Bare(context.Phrases.Spoken("report.safe", "km", null)));
        Assert.NotEqual(safe, Heard($"<Play>{Signed.Origin}/audio/km/report.danger</Play>"));
        Assert.NotEqual(Heard("<Say>Call 1 1 7 now.</Say>"), Heard("<Say>Call 1 1 8 now.</Say>"));
        Assert.Equal("Call117now", Heard("<Say>Call 1 1 7 now.</Say>"));
        Assert.Equal("(receipt)", Heard("<Say>1 2 3 4  5 6 7 8  9 0 1 2  3 4 5 6</Say>"));
        Assert.NotEqual(Receipts.Hide("1234 5678 9012 3456 a"), Receipts.Hide("1234 5678 9012 345 a"));
    }

    private static async Task Stored(string data, (string, string?)[] settings)
    {
        var (code, lines, _) = await RunningGateway.RunToEnd(data, "Development", ["reports", "--json"], settings);
        Assert.Equal(0, code);
        var filed = Filed.Parse(lines);
        var reports = filed.Where(line => line.IsReport).ToArray();
        Assert.Equal(4, reports.Length);
        Assert.All(reports, report => Assert.True(report.Finished));
        Assert.Equal("+85512000101", Assert.Single(reports, report => report.Words.Contains(KhmerText[0])).Contact);
        Assert.Null(Assert.Single(reports, report => report.Words.Contains(EnglishText[0])).Contact);
        Assert.Equal(2, reports.Count(report => report.Recordings == 1));
        // The English text and the English call each said that somebody is in danger now.
        Assert.Equal(2, filed.Count(line => line.Type == "alert"));
    }

    private static Step[] Converse(RunningGateway gateway, string provider, string account, string[][] says) =>
    [
        .. NodePeers.Run("converse.js", JsonSerializer.Serialize(new
        {
            address = gateway.Address,
            publicUrl = Signed.Origin,
            token = Signed.Token,
            account,
            provider,
            conversations = says.Select((lines, i) => new
            {
                channel = lines[0] == "call" ? "voice" : "text",
                from = (provider == "somleng" ? "" : "+") + $"8551200010{i + 1}",
                to = provider == "somleng" ? "1294" : Carrier.Line,
                says = lines,
            }),
        })).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Step>(line, JsonSerializerOptions.Web)!),
    ];

    /// <summary>The hotline's lines of a transcript, without the English gloss and the effects.</summary>
    private static string Words(string printed) =>
        string.Join('\n', printed.Split('\n').Where(line => line.StartsWith("< ", StringComparison.Ordinal)).Select(line => line[2..]));

    private sealed record Step(int Conversation, string Said, int Status, string Type, string Xml)
    {
        public XDocument Document()
        {
            Assert.Equal((200, "text/xml; charset=utf-8"), (Status, Type));
            return XDocument.Parse(Xml);
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Hotline.Functions.Twiml;
using Hotline.Tests.Webhooks;
using Xunit;
using Record = Hotline.Functions.Twiml.Record;

namespace Hotline.Tests.Twiml;

public sealed class TwimlTests
{
    private const string Url = "https://hotline.example.org/call/3?c=a&d=\"b\"";

    // What the two providers share (Somleng's switch): elements and what may stand in them.
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["Response"] = ["Say", "Play", "Gather", "Record", "Redirect", "Reject", "Dial", "Hangup", "Message"],
        ["Gather"] = ["Say", "Play"],
        ["Dial"] = ["Number"],
    };

    private static readonly Verb[] Calls =
    [
        new Play(Url), new Say("Press one & <wait> \"ok\"", "en-US"), new Redirect(Url), new Reject("busy"), new Reject("rejected"), new Hangup(),
        new Gather([new Play(Url), new Say("one", "en-GB")], Url, 1, "", 5), new Gather([], Url, null, "#", 7),
        new Record(Url, 120, 5, "#", true, Url), new Record(Url, 60, 0, "1234567890*#", false, Url),
        new Dial("+85512345678", "+85512000000", 20, Url), new Dial("1280", "", 30, Url),
    ];

    private static readonly Verb[] Texts = [new Message("សួស្តី & 1 < 2 \"ok\"\nline two 😀"), new Message(""), new Redirect(Url)];

    [Fact]
    public void Every_verb_is_in_the_grammar_and_known_to_both_providers()
    {
        foreach (var (verbs, grammar) in new[] { (Calls, TwimlGrammar.Voice), (Texts.Where(verb => verb is not Message { Body: "" }).ToArray(), TwimlGrammar.Messaging) })
        {
            var document = Parse(TwimlDocument.Render(verbs));
            Assert.Empty(grammar.Judge(document));
            Assert.Equal(verbs.Length, document.Root!.Elements().Count());
            foreach (var parent in document.Descendants())
                Assert.Empty(parent.Elements().Select(child => child.Name.ToString()).Except(Shared.GetValueOrDefault(parent.Name.ToString(), [])));
            foreach (var method in document.Descendants().Attributes().Where(attribute => attribute.Name.ToString().EndsWith("ethod", StringComparison.Ordinal)))
                Assert.Equal("POST", method.Value);
        }
    }

    [Fact]
    public void Every_kind_of_verb_is_tried() => Assert.Equal(
        typeof(Verb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Verb))).Select(type => type.Name).Order(),
        Calls.Concat(Texts).Select(verb => verb.GetType().Name).Distinct().Order());

    [Fact]
    public void The_bytes_are_plain_utf8_without_a_mark()
    {
        Assert.Equal("""<?xml version="1.0" encoding="UTF-8"?><Response></Response>""", Encoding.UTF8.GetString(TwimlDocument.Render([])));
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Message>ក &amp; 😀</Message></Response>""",
            Encoding.UTF8.GetString(TwimlDocument.Render([new Message("ក & 😀")])));
    }

    [Fact]
    public void A_writer_gets_the_same_bytes()
    {
        var long_ = new Message(new string('ក', 5000));
        var writer = new ArrayBufferWriter<byte>();
        TwimlDocument.Render([.. Calls, long_], writer);
        Assert.Equal(TwimlDocument.Render([.. Calls, long_]), writer.WrittenSpan.ToArray());
    }

    [Fact]
    public void Any_text_in_any_place_is_well_formed_and_comes_back_clean()
    {
        var chars = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0x1780, 0x17FF), Gen.Choose(0xD7F0, 0xE00F), Gen.Choose(0xFFF0, 0xFFFF), Gen.Elements([.. "<>&\"'\r\n\t".Select(c => (int)c)]));
        var texts = chars.Select(code => (char)code).ArrayOf().Select(all => new string(all)).ToArbitrary();
        var property = Prop.ForAll(texts, text =>
        {
            var document = Parse(TwimlDocument.Render([
                new Message(text), new Play("https://h/" + text), new Redirect("https://h/" + text), new Gather([], "https://h/" + text, 1, "", 5),
                new Dial(text, "x" + text, 5, "https://h/" + text), new Record("https://h/" + text, 1, 0, "", true, "http://" + text)]));
            var all = document.Root!.Elements().ToArray();
            return all[0].Value == Clean(text) && all[1].Value == "https://h/" + Clean(text) && all[2].Value == all[1].Value
                && all[3].Attribute("action")!.Value == all[1].Value && all[4].Value == Clean(text) && all[4].Attribute("callerId")!.Value == "x" + Clean(text)
                && all[5].Attribute("recordingStatusCallback")!.Value == "http://" + Clean(text);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out()
    {
        // Not as theory data: an attribute cannot hold half a surrogate pair.
        (string Text, string Clean)[] cases =
        [
            ("a\0b\u0001\u0008\u000B\u001Fc", "abc"),
            ("\uD83D", ""),
            ("x\uDE00y\uD83Dz\uD83D\uDE00", "xyz\uD83D\uDE00"),
            ("\uFFFEa\uFFFF\uFEFFb", "a\uFEFFb"),
            ("\t\r\n \r\n", "\t\r\n \r\n"),
            ("]]><!--&amp;&#0;", "]]><!--&amp;&#0;"),
            ("\u007F\u0085\u2028\u200B", "\u007F\u0085\u2028\u200B"),
        ];
        foreach (var (text, clean) in cases)
        {
            Assert.Equal(clean, Clean(text));
            var document = Parse(TwimlDocument.Render([new Message(text), new Redirect("https://h/" + text), new Gather([], "https://h/" + text, 1, "", 5)]));
            Assert.Equal([clean, "https://h/" + clean, ""], document.Root!.Elements().Select(element => element.Value));
            Assert.Equal("https://h/" + clean, document.Root!.Element("Gather")!.Attribute("action")!.Value);
        }
    }

    [Fact]
    public void The_official_library_writes_the_same_documents()
    {
        var chance = new Random(13);
        var documents = new List<(bool Call, Verb[] Verbs)> { (true, Calls), (false, Texts), (true, []), (false, []) };
        for (int i = 0; i < 100; i++)
            documents.Add(i % 2 == 0 ? (true, chance.GetItems(Calls, 4)) : (false, chance.GetItems(Texts, 2)));

        string[] official = NodeScript.Run("twiml.js", documents.Select(document =>
            JsonSerializer.Serialize(new { kind = document.Call ? "voice" : "messaging", verbs = document.Verbs.Select(Official.Describe) })));

        Assert.Equal(documents.Count, official.Length);
        for (int i = 0; i < official.Length; i++)
        {
            var theirs = XDocument.Parse(JsonSerializer.Deserialize<string>(official[i])!, LoadOptions.PreserveWhitespace);
            var ours = Parse(TwimlDocument.Render(documents[i].Verbs));
            Assert.True(XNode.DeepEquals(Official.Ordered(theirs.Root!), Official.Ordered(ours.Root!)), $"ours: {ours}\ntheirs: {theirs}");
        }
    }

    [Fact]
    public void What_no_provider_could_do_is_refused_when_the_verb_is_made()
    {
        Assert.Throws<ArgumentException>(() => new Say("សួស្តី", "en-US"));
        Assert.Throws<ArgumentException>(() => new Say("hello ៛", "en-US"));
        Assert.Throws<ArgumentException>(() => new Say("hello", "km-KH"));
        Assert.Throws<ArgumentException>(() => new Play("/audio/1.mp3"));
        Assert.Throws<ArgumentException>(() => new Redirect("call/2"));
        Assert.Throws<ArgumentException>(() => new Reject("tired"));
        Assert.Throws<ArgumentException>(() => new Gather([new Hangup()], Url, 1, "", 5));
        Assert.Throws<ArgumentException>(() => new Gather([], Url, 1, "12", 5));
        Assert.Throws<ArgumentException>(() => new Gather([], Url, 1, "x", 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gather([], Url, 0, "", 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Record(Url, 0, 5, "#", true, Url));
    }

    [Fact]
    public void A_verb_prints_as_its_name_alone() => Assert.Equal("Dial", new Dial("+85512345678", "", 5, Url).ToString());

    private static XDocument Parse(byte[] document)
    {
        Assert.Equal((byte)'<', document[0]);
        return XDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(document), LoadOptions.PreserveWhitespace);
    }

    /// <summary>Char of XML 1.0, section 2.2, told rune by rune: the slow way, to hold the fast one against.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text, i++, 2);
            else if (text[i] is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD'))
                clean.Append(text[i]);
        return clean.ToString();
    }
}

using System.Text;
using System.Xml.Linq;
using Hotline.Tests.Twiml;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>What came back for one webhook.</summary>
internal sealed record Heard(int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public XDocument Document => XDocument.Parse(Text);

    public IReadOnlyList<string> Messages => [.. Document.Root!.Elements("Message").Select(message => message.Value)];

    public bool IsEmptyResponse => Status == 200 && !Document.Root!.HasElements;

    /// <summary>Nobody is on the line to hear anything.</summary>
    public bool SaysNothing => Status == 200 && Document.Root!.Elements().All(verb => verb.Name == "Hangup");

    /// <summary>A 200 with TwiML that the official library could have written; anything else fails the test.</summary>
    public Heard IsTwiml(TwimlGrammar grammar)
    {
        Assert.Equal(200, Status);
        Assert.Empty(grammar.Judge(Document));
        return this;
    }

    /// <summary>The receipt in the answer, 16 digits without spaces; null when there is none.</summary>
    public string? Receipt => Receipts.Find(Text);
}

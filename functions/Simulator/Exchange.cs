using System.Xml.Linq;

namespace Hotline.Functions.Simulator;

/// <summary>One webhook and what the gateway answered.</summary>
/// <param name="TurnId">The gateway's own name for this turn.</param>
/// <param name="Status">HTTP status; 0 when nothing answered.</param>
internal sealed record Exchange(string Path, string TurnId, int Status, string Twiml)
{
    /// <summary>Nothing was asked of the gateway: the earlier answer goes on.</summary>
    public static Exchange GoingOn => new("", "", 0, "");

    /// <summary>The Play and Say verbs of this answer that were reached.</summary>
    public List<XElement> Heard { get; } = [];

    public override string ToString() => $"{nameof(Exchange)} {Status}";

    /// <returns>The verbs; none for an answer that is no TwiML.</returns>
    public IEnumerable<XElement> Verbs()
    {
        try
        {
            return Status == StatusCodes.Status200OK ? XDocument.Parse(Twiml).Root!.Elements() : [];
        }
        catch (System.Xml.XmlException)
        {
            return [];
        }
    }
}

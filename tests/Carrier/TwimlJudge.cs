using System.Xml;
using System.Xml.Linq;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Twiml;

namespace Hotline.Tests.Carriers;

/// <summary>Lets through what both providers carry out, and refuses everything else in a sentence.</summary>
internal static class TwimlJudge
{
    private const int Largest = 64 * 1024;
    private const int LongestText = 1600;

    public static XElement Call(Heard heard, ProviderKind provider)
    {
        var root = Read(heard, TwimlGrammar.Voice);
        foreach (var verb in root.Descendants())
            if (VerbRules.Fault(verb, provider) is { } fault)
                throw new TwimlRefused(fault);
        return root;
    }

    /// <returns>The texts to send.</returns>
    public static IReadOnlyList<string> Texts(Heard heard, ProviderKind provider)
    {
        var root = Read(heard, TwimlGrammar.Messaging);
        foreach (var verb in root.Elements())
            if (verb.Name.LocalName != "Message" || verb.HasElements || verb.HasAttributes)
                throw new TwimlRefused($"{verb.Name} in an answer to a text: {provider} was to get plain Messages only");
            else if (verb.Value.Length is 0 or > LongestText)
                throw new TwimlRefused("a Message holds 1 to 1600 characters (21617)");
        return [.. root.Elements().Select(message => message.Value)];
    }

    private static XElement Read(Heard heard, TwimlGrammar grammar)
    {
        if (heard.Body.Length > Largest)
            throw new TwimlRefused("the answer is larger than 64 kB (11750)");
        if (heard.Body is [0xEF, 0xBB, 0xBF, ..])
            throw new TwimlRefused("a byte order mark stands before the document (12100)");
        XDocument document;
        try
        {
            document = heard.Document;
        }
        catch (XmlException e)
        {
            throw new TwimlRefused($"the answer is no XML (12100): {e.Message}");
        }

        var wrong = grammar.Judge(document);
        return wrong.Count == 0 ? document.Root! : throw new TwimlRefused(string.Join("; ", wrong));
    }
}

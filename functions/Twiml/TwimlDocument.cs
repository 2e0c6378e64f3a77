using System.Buffers;

namespace Hotline.Functions.Twiml;

/// <summary>
/// Writes verbs as a TwiML document (twilio.com/docs/voice/twiml, /messaging/twiml), UTF-8 without a byte order mark, to be sent as text/xml. Every method is POST: a GET would put
/// keys and numbers in the provider's logs.
/// </summary>
public static class TwimlDocument
{
    public const string ContentType = "text/xml; charset=utf-8";

    private const int OnStack = 2048;

    public static byte[] Render(IReadOnlyList<Verb> verbs)
    {
        var xml = new XmlBuffer(stackalloc byte[OnStack]);
        Write(ref xml, verbs);
        byte[] document = xml.Written.ToArray();
        xml.Release();
        return document;
    }

    public static void Render(IReadOnlyList<Verb> verbs, IBufferWriter<byte> output)
    {
        var xml = new XmlBuffer(stackalloc byte[OnStack]);
        Write(ref xml, verbs);
        output.Write(xml.Written);
        xml.Release();
    }

    private static void Write(ref XmlBuffer xml, IReadOnlyList<Verb> verbs)
    {
        xml.Raw("""<?xml version="1.0" encoding="UTF-8"?><Response>"""u8);
        for (int i = 0; i < verbs.Count; i++)
            VerbMarkup.Write(ref xml, verbs[i]);
        xml.Raw("</Response>"u8);
    }
}

using System.Diagnostics;

namespace Hotline.Functions.Twiml;

/// <summary>The elements and attributes of each verb. Order and names as in the providers' own documents.</summary>
internal static class VerbMarkup
{
    public static void Write(ref XmlBuffer xml, Verb verb)
    {
        switch (verb)
        {
            case Message message:
                Element(ref xml, "<Message>"u8, message.Body, "</Message>"u8);
                break;
            case Play play:
                Element(ref xml, "<Play>"u8, play.Url, "</Play>"u8);
                break;
            case Say say:
                xml.Raw("<Say"u8);
                Attribute(ref xml, " language=\""u8, say.Language);
                Element(ref xml, ">"u8, say.Text, "</Say>"u8);
                break;
            case Redirect redirect:
                Element(ref xml, "<Redirect method=\"POST\">"u8, redirect.Url, "</Redirect>"u8);
                break;
            case Reject reject:
                xml.Raw("<Reject"u8);
                Attribute(ref xml, " reason=\""u8, reject.Reason);
                xml.Raw("/>"u8);
                break;
            case Hangup:
                xml.Raw("<Hangup/>"u8);
                break;
            case Gather gather:
                Write(ref xml, gather);
                break;
            case Record record:
                Write(ref xml, record);
                break;
            case Dial dial:
                Write(ref xml, dial);
                break;
            default:
                throw new UnreachableException($"A verb without markup: {verb}.");
        }
    }

    private static void Write(ref XmlBuffer xml, Gather gather)
    {
        xml.Raw("<Gather method=\"POST\""u8);
        Attribute(ref xml, " action=\""u8, gather.Action);
        if (gather.NumDigits is { } digits)
            Attribute(ref xml, " numDigits=\""u8, digits);
        Attribute(ref xml, " finishOnKey=\""u8, gather.FinishOnKey);
        Attribute(ref xml, " timeout=\""u8, gather.TimeoutSeconds);
        xml.Raw(">"u8);
        for (int i = 0; i < gather.Prompts.Count; i++)
            Write(ref xml, gather.Prompts[i]);
        xml.Raw("</Gather>"u8);
    }

    private static void Write(ref XmlBuffer xml, Record record)
    {
        xml.Raw("<Record method=\"POST\""u8);
        Attribute(ref xml, " action=\""u8, record.Action);
        Attribute(ref xml, " maxLength=\""u8, record.MaxLengthSeconds);
        Attribute(ref xml, " timeout=\""u8, record.TimeoutSeconds);
        Attribute(ref xml, " finishOnKey=\""u8, record.FinishOnKey);
        xml.Raw(record.PlayBeep ? " playBeep=\"true\""u8 : " playBeep=\"false\""u8);
        Attribute(ref xml, " recordingStatusCallback=\""u8, record.RecordingStatusCallback);
        xml.Raw(" recordingStatusCallbackMethod=\"POST\"/>"u8);
    }

    private static void Write(ref XmlBuffer xml, Dial dial)
    {
        xml.Raw("<Dial method=\"POST\""u8);
        Attribute(ref xml, " action=\""u8, dial.Action);
        if (dial.CallerId.Length > 0)
            Attribute(ref xml, " callerId=\""u8, dial.CallerId);
        Attribute(ref xml, " timeout=\""u8, dial.TimeoutSeconds);
        Element(ref xml, "><Number>"u8, dial.Number, "</Number></Dial>"u8);
    }

    private static void Element(ref XmlBuffer xml, ReadOnlySpan<byte> open, string text, ReadOnlySpan<byte> close)
    {
        xml.Raw(open);
        xml.Text(text);
        xml.Raw(close);
    }

    private static void Attribute(ref XmlBuffer xml, ReadOnlySpan<byte> name, string value)
    {
        xml.Raw(name);
        xml.Text(value);
        xml.Raw("\""u8);
    }

    private static void Attribute(ref XmlBuffer xml, ReadOnlySpan<byte> name, int value)
    {
        xml.Raw(name);
        xml.Number(value);
        xml.Raw("\""u8);
    }
}

using System.Xml.Linq;
using Hotline.Functions.Twiml;

namespace Hotline.Tests.Twiml;

/// <summary>Our verbs told to tests/node/twiml.js, and documents made comparable: attributes in one order.</summary>
internal static class Official
{
    public static object Describe(Verb verb) => verb switch
    {
        Message message => Tell("Message", message.Body),
        Play play => Tell("Play", play.Url),
        Say say => Tell("Say", say.Text, ("language", say.Language)),
        Redirect redirect => Tell("Redirect", redirect.Url, ("method", "POST")),
        Reject reject => Tell("Reject", null, ("reason", reject.Reason)),
        Hangup => Tell("Hangup", null),
        Gather { NumDigits: { } digits } gather => Tell("Gather", null, gather.Prompts, ("action", gather.Action), ("method", "POST"), ("numDigits", digits),
            ("finishOnKey", gather.FinishOnKey), ("timeout", gather.TimeoutSeconds)),
        Gather gather => Tell("Gather", null, gather.Prompts, ("action", gather.Action), ("method", "POST"), ("finishOnKey", gather.FinishOnKey), ("timeout", gather.TimeoutSeconds)),
        Record record => Tell("Record", null, ("action", record.Action), ("method", "POST"), ("maxLength", record.MaxLengthSeconds), ("timeout", record.TimeoutSeconds),
            ("finishOnKey", record.FinishOnKey), ("playBeep", record.PlayBeep), ("recordingStatusCallback", record.RecordingStatusCallback), ("recordingStatusCallbackMethod", "POST")),
        Dial { CallerId: "" } dial => Number(dial, ("action", dial.Action), ("method", "POST"), ("timeout", dial.TimeoutSeconds)),
        Dial dial => Number(dial, ("action", dial.Action), ("method", "POST"), ("timeout", dial.TimeoutSeconds), ("callerId", dial.CallerId)),
        _ => throw new ArgumentException($"The official library was not told how to write {verb}."),
    };

    public static XElement Ordered(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Where(node => node is not XText { Value: "" }).Select(node => node is XElement child ? Ordered(child) : node));

    private static object Number(Dial dial, params (string, object)[] attributes) =>
        new { verb = "Dial", attributes = attributes.ToDictionary(), children = new object[] { Tell("Number", dial.Number) } };

    private static object Tell(string verb, string? text, params (string, object)[] attributes) => Tell(verb, text, [], attributes);

    private static object Tell(string verb, string? text, IEnumerable<Verb> children, params (string, object)[] attributes) =>
        new { verb, text, attributes = attributes.ToDictionary(), children = children.Select(Describe) };
}

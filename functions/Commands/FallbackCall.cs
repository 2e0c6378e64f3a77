using System.Text;
using System.Xml.Linq;

namespace Hotline.Functions.Commands;

/// <summary>TwiML of files that nobody can go on from: addresses are relative to wherever they lie, and no step follows.</summary>
internal static class FallbackCall
{
    /// <param name="sounds">Relative addresses.</param>
    /// <param name="english">Read out by the provider after them; null: nothing.</param>
    public static byte[] Play(IEnumerable<string> sounds, string? english) => Render(
        [.. sounds.Select(sound => new XElement("Play", sound)), english is null ? null : new XElement("Say", new XAttribute("language", "en-US"), english), new XElement("Hangup")]);

    /// <param name="ours">The number that they see; never the caller's.</param>
    public static byte[] Dial(string number, string ours, int seconds) => Render(
        [new XElement("Dial", new XAttribute("timeout", seconds), new XAttribute("callerId", ours), new XElement("Number", number)), new XElement("Hangup")]);

    private static byte[] Render(IEnumerable<XElement?> verbs) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + new XElement("Response", verbs).ToString(SaveOptions.DisableFormatting));
}

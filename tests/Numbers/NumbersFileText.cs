using System.Runtime.CompilerServices;
using Xunit;

namespace Hotline.Tests.Numbers;

/// <summary>The shipped file, and a way to break one thing in it.</summary>
internal static class NumbersFileText
{
    public static string Shipped { get; } = File.ReadAllText(Path.Combine(Folder(), "..", "..", "localization", "emergency-numbers.json"));

    public static string With(string old, string changed)
    {
        Assert.Contains(old, Shipped, StringComparison.Ordinal);
        var at = Shipped.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(Shipped.AsSpan(0, at), changed, Shipped.AsSpan(at + old.Length));
    }

    public static string Verified(params string[] ids) => ids.Aggregate(Shipped, (text, id) =>
    {
        var entry = text.IndexOf($"\"id\": \"{id}\"", StringComparison.Ordinal);
        var field = text.IndexOf("\"verified\": null", entry, StringComparison.Ordinal);
        return text.Remove(field, "\"verified\": null".Length).Insert(field, "\"verified\": { \"on\": \"2027-01-31\", \"by\": \"Sokha\" }");
    });

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

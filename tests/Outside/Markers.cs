using System.Text;

namespace Hotline.Tests.Outside;

/// <summary>Words, numbers and secrets that were said to the gateway and may lie nowhere in the clear.</summary>
internal sealed class Markers
{
    private readonly Dictionary<string, List<byte[]>> forms = new(StringComparer.Ordinal);

    public int Count => forms.Count;

    public void Add(string name, string text)
    {
        if (!forms.TryGetValue(name, out var all))
            forms[name] = all = [];
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false) })
            all.Add(encoding.GetBytes(text));
        all.Add(Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)));
        all.Add(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1]));
    }

    /// <summary>A Cambodian number as people, providers and databases write it.</summary>
    public void AddNumber(string name, string e164)
    {
        var local = "0" + e164[4..];
        Add(name, e164[4..]);
        Add(name, e164);
        Add(name, $"{local[..3]} {local[3..6]} {local[6..]}");
        Add(name, $"{local[..3]}-{local[3..6]}-{local[6..]}");
        Add(name, $"+855 {local[1..3]} {local[3..6]} {local[6..]}");
        Add(name, string.Concat(local.Select(digit => (char)(digit - '0' + '\u17e0'))));
    }

    /// <returns>The names of the markers found in these bytes; never the marker itself.</returns>
    public IEnumerable<string> In(byte[] bytes) =>
        forms.Where(marker => marker.Value.Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Select(marker => marker.Key);

    public IEnumerable<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <returns>"file: marker" for each marker in each file of the folder. The key file is for secrets and holds none of these either.</returns>
    public IReadOnlyList<string> InFolder(string folder)
    {
        List<string> found = [];
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            found.AddRange(In(copy.ToArray()).Select(marker => $"{Path.GetFileName(file)}: {marker}"));
        }

        return found;
    }
}

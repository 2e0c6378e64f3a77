using System.Text;
using System.Text.Json;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// The names each kind of webhook is known to carry, from webhook-params.json. "{N}" at the end of a name stands for an index from 0.
/// A provider adds names without notice: an unknown one is signed and ignored, but only where it cannot have been cut out of somebody's words.
/// </summary>
public sealed class KnownParameters
{
    private const string Index = "{N}";
    private readonly byte[][][] _plain = new byte[4][][];
    private readonly byte[][][] _indexed = new byte[4][][];

    private KnownParameters()
    {
    }

    /// <summary>The list this build was made with.</summary>
    public static KnownParameters BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Reads the data file's format: one array of names for each <see cref="WebhookKind"/>.</summary>
    /// <exception cref="FormatException">A kind is missing or is not an array of names.</exception>
    public static KnownParameters Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var known = new KnownParameters();
        foreach (var kind in Enum.GetValues<WebhookKind>())
        {
            if (!document.RootElement.TryGetProperty(kind.ToString(), out var names) || names.ValueKind != JsonValueKind.Array)
                throw new FormatException($"webhook-params.json needs an array of parameter names called \"{kind}\".");
            var all = names.EnumerateArray().Select(name => name.GetString() ?? "").ToLookup(name => name.EndsWith(Index, StringComparison.Ordinal));
            known._plain[(int)kind] = Bytes(all[false]);
            known._indexed[(int)kind] = Bytes(all[true].Select(name => name[..^Index.Length]));
        }

        return known;
    }

    /// <summary>Marks which fields of a form are known; <paramref name="known"/> is as long as the form.</summary>
    internal void Mark(WebhookKind kind, WebhookForm form, Span<bool> known)
    {
        // Both lists are sorted, so one walk over both will do.
        byte[][] names = _plain[(int)kind];
        int next = 0;
        for (int i = 0; i < form.Count; i++)
        {
            int order = 1;
            while (next < names.Length && (order = SignedOrder.Compare(names[next], form.Name(i))) < 0)
                next++;
            known[i] = (next < names.Length && order == 0) || IsIndexed(_indexed[(int)kind], form.Name(i));
        }
    }

    private static bool IsIndexed(byte[][] stems, ReadOnlySpan<byte> name)
    {
        int digits = name.Length - name.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') - 1;
        if (digits is 0 or > 2 || (digits > 1 && name[^digits] == '0'))
            return false;
        foreach (byte[] stem in stems)
            if (name[..^digits].SequenceEqual(stem))
                return true;
        return false;
    }

    private static byte[][] Bytes(IEnumerable<string> names)
    {
        byte[][] bytes = [.. names.Distinct().Select(Encoding.UTF8.GetBytes)];
        Array.Sort(bytes, static (left, right) => SignedOrder.Compare(left, right));
        return bytes;
    }

    private static KnownParameters ReadBuiltIn()
    {
        using var file = typeof(KnownParameters).Assembly.GetManifestResourceStream("webhook-params.json")
            ?? throw new InvalidOperationException("webhook-params.json is not embedded in this build: Hotline.Functions.csproj must list it as an EmbeddedResource.");
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return Parse(copy.ToArray());
    }
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// A webhook's body, application/x-www-form-urlencoded (WHATWG URL, section 5.1), read strictly and kept in the order in which it is signed.
/// Names are ordinal and case-sensitive, repeated names are kept. The framework's own reader folds case and throws on some bodies.
/// </summary>
public sealed class WebhookForm
{
    public const int MostFields = 200;

    private const int OnStack = 2048;
    private readonly byte[] _text;
    private readonly FormField[] _fields;

    private WebhookForm(byte[] text, FormField[] fields, bool repeats)
    {
        _text = text;
        _fields = fields;
        Repeats = repeats;
    }

    public int Count => _fields.Length;

    /// <summary>Some name comes more than once.</summary>
    public bool Repeats { get; }

    /// <summary>What the signature covers after the URL: names and values, sorted, unseparated; equal pairs once.</summary>
    internal ReadOnlySpan<byte> Signed => _text;

    /// <summary>The fields in the order of <see cref="Signed"/>.</summary>
    internal ReadOnlySpan<FormField> Fields => _fields;

    /// <returns>Null for a broken percent sign, invalid UTF-8, a field without a name, or more than <see cref="MostFields"/> fields.</returns>
    public static WebhookForm? Parse(ReadOnlySpan<byte> body)
    {
        byte[]? rented = body.Length > OnStack ? ArrayPool<byte>.Shared.Rent(body.Length) : null;
        var decoded = rented is null ? stackalloc byte[OnStack] : rented;
        Span<FormField> found = stackalloc FormField[MostFields];
        int count = FormDecoder.Decode(body, decoded, found, out int length);
        // The separators are still in the decoded text, so no character can be made of the end of one field and the start of the next.
        var form = count < 0 || !Utf8.IsValid(decoded[..length]) ? null : Arrange(decoded, found[..count]);
        if (rented is not null)
        {
            rented.AsSpan(0, body.Length).Clear();
            ArrayPool<byte>.Shared.Return(rented);
        }

        return form;
    }

    /// <returns>The value that came first under this name; null when there is none.</returns>
    public string? Get(string name)
    {
        int found = -1;
        for (int i = 0; i < _fields.Length; i++)
            if (Encoding.UTF8.GetString(Name(i)) == name && (found < 0 || _fields[i].Arrival < _fields[found].Arrival))
                found = i;
        return found < 0 ? null : Encoding.UTF8.GetString(Value(found));
    }

    /// <summary>All fields as they came, repeated ones too.</summary>
    public IEnumerable<KeyValuePair<string, string>> InOrder() =>
        Enumerable.Range(0, _fields.Length)
            .OrderBy(i => _fields[i].Arrival)
            .Select(i => KeyValuePair.Create(Encoding.UTF8.GetString(Name(i)), Encoding.UTF8.GetString(Value(i))));

    /// <returns>The place of a name in <see cref="Fields"/>; -1 when it is not there.</returns>
    internal int Find(ReadOnlySpan<byte> name)
    {
        int low = 0, high = _fields.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = SignedOrder.Compare(Name(middle), name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    internal ReadOnlySpan<byte> Name(int field) => _text.AsSpan(_fields[field].Start, _fields[field].NameLength);

    internal ReadOnlySpan<byte> Value(int field) => _text.AsSpan(_fields[field].ValueStart, _fields[field].ValueLength);

    public override string ToString() => $"WebhookForm of {Count}";

    private static WebhookForm Arrange(ReadOnlySpan<byte> decoded, Span<FormField> found)
    {
        FormDecoder.Sort(decoded, found);
        int length = 0;
        foreach (var field in found)
            length += field.NameLength + field.ValueLength;
        byte[] text = new byte[length];
        var placed = new FormField[found.Length];
        int end = 0;
        bool repeats = false;
        for (int i = 0; i < found.Length; i++)
        {
            var field = found[i];
            bool sameName = i > 0 && FormDecoder.Name(decoded, field).SequenceEqual(FormDecoder.Name(decoded, found[i - 1]));
            repeats |= sameName;
            if (sameName && FormDecoder.Value(decoded, field).SequenceEqual(FormDecoder.Value(decoded, found[i - 1])))
            {
                placed[i] = placed[i - 1] with { Arrival = field.Arrival };
                continue;
            }

            placed[i] = field with { Start = end };
            FormDecoder.Name(decoded, field).CopyTo(text.AsSpan(end));
            FormDecoder.Value(decoded, field).CopyTo(text.AsSpan(end + field.NameLength));
            end = placed[i].End;
        }

        return new WebhookForm(end == length ? text : text[..end], placed, repeats);
    }
}

using System.Buffers;
using System.Text.Unicode;

namespace Hotline.Functions.Twiml;

/// <summary>
/// Writes XML 1.0 as UTF-8 by hand, without a byte order mark: the framework's writer puts one there, which a provider takes for an error, and throws on
/// what a person can text us. What XML cannot hold (most control characters, lone surrogates, U+FFFE, U+FFFF) is left out.
/// </summary>
internal ref struct XmlBuffer(Span<byte> first)
{
    // All that cannot simply be copied. Lone surrogates are found while transcoding.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "<>&\"\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private Span<byte> _bytes = first;
    private byte[]? _rented;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

    public void Raw(ReadOnlySpan<byte> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(_bytes[_length..]);
        _length += markup.Length;
    }

    public void Number(int number)
    {
        Reserve(11);
        number.TryFormat(_bytes[_length..], out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Safe both between tags and in a double-quoted attribute; tab, line feed and carriage return survive either.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int special = text.IndexOfAny(Special);
            Plain(special < 0 ? text : text[..special]);
            if (special < 0)
                return;
            Raw(text[special] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\t' => "&#x9;"u8,
                '\n' => "&#xA;"u8,
                '\r' => "&#xD;"u8,
                _ => default,
            });
            text = text[(special + 1)..];
        }
    }

    public void Release()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        _rented = null;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Reserve(text.Length * 3);
            var status = Utf8.FromUtf16(text, _bytes[_length..], out int read, out int written, replaceInvalidSequences: false);
            _length += written;
            // Stopped at half a pair: leave it out and go on behind it.
            text = text[Math.Min(text.Length, status == OperationStatus.Done ? read : read + 1)..];
        }
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length >= more)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        Written.CopyTo(larger);
        Release();
        _rented = larger;
        _bytes = larger;
    }
}

namespace Hotline.Functions.Webhooks;

/// <summary>Takes a form body apart into a buffer of the caller's, where names and values keep their separators, and sorts what it found.</summary>
internal static class FormDecoder
{
    /// <summary>Decodes into <paramref name="decoded"/>, which is at least as long as the body; <see cref="FormField.Start"/> points into it.</summary>
    /// <returns>How many fields; -1 when the body is not a form. An empty body has none.</returns>
    public static int Decode(ReadOnlySpan<byte> body, Span<byte> decoded, Span<FormField> found, out int length)
    {
        int count = 0, start = 0, equals = -1;
        length = 0;
        for (int i = 0; i < body.Length; i++)
        {
            byte next = body[i];
            switch (next)
            {
                case (byte)'&':
                    if (!Close(found, ref count, start, equals, length))
                        return -1;
                    decoded[length++] = next;
                    start = length;
                    equals = -1;
                    continue;
                case (byte)'=' when equals < 0:
                    equals = length;
                    break;
                case (byte)'+':
                    next = (byte)' ';
                    break;
                case (byte)'%':
                    int value = i + 2 < body.Length ? (Hex(body[i + 1]) << 4) | Hex(body[i + 2]) : -1;
                    if (value < 0)
                        return -1;
                    next = (byte)value;
                    i += 2;
                    break;
                default:
                    break;
            }

            decoded[length++] = next;
        }

        return body.IsEmpty || Close(found, ref count, start, equals, length) ? count : -1;
    }

    /// <summary>Puts the fields in the order in which they are signed. Insertion: a webhook has about twenty fields, never more than two hundred.</summary>
    public static void Sort(ReadOnlySpan<byte> decoded, Span<FormField> found)
    {
        for (int i = 1; i < found.Length; i++)
        {
            var moved = found[i];
            int to = i;
            for (; to > 0 && Compare(decoded, moved, found[to - 1]) < 0; to--)
                found[to] = found[to - 1];
            found[to] = moved;
        }
    }

    public static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> decoded, FormField field) => decoded.Slice(field.Start, field.NameLength);

    /// <summary>In the decoded text an equals sign stands between name and value, unless the field came without one.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> decoded, FormField field) =>
        field.ValueLength == 0 ? [] : decoded.Slice(field.Start + field.NameLength + 1, field.ValueLength);

    private static int Compare(ReadOnlySpan<byte> decoded, FormField left, FormField right)
    {
        int order = SignedOrder.Compare(Name(decoded, left), Name(decoded, right));
        return order != 0 ? order : SignedOrder.Compare(Value(decoded, left), Value(decoded, right));
    }

    private static bool Close(Span<FormField> found, ref int count, int start, int equals, int end)
    {
        int nameEnd = equals < 0 ? end : equals;
        if (nameEnd == start || count == found.Length)
            return false;
        found[count] = new FormField(start, nameEnd - start, equals < 0 ? 0 : end - equals - 1, count);
        count++;
        return true;
    }

    // -1 has every bit set, so it survives the shift and the or above.
    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}

namespace Hotline.Functions.Webhooks;

/// <summary>Where one field lies in the signed text of a <see cref="WebhookForm"/>: its name, and directly behind it its value. Byte offsets and lengths.</summary>
internal readonly record struct FormField(int Start, int NameLength, int ValueLength, int Arrival)
{
    public int ValueStart => Start + NameLength;

    public int End => Start + NameLength + ValueLength;
}

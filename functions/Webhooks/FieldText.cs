using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>Values of a form by name. A field that is absent has no value, which is not the same as an empty one.</summary>
internal static class FieldText
{
    public static bool TryGet(this WebhookForm form, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int found = form.Find(name);
        value = found < 0 ? default : form.Value(found);
        return found >= 0;
    }

    public static string? Text(this WebhookForm form, ReadOnlySpan<byte> name) =>
        form.TryGet(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Absent, or the very same bytes.</summary>
    public static bool AgreesWith(this WebhookForm form, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        !form.TryGet(name, out var other) || other.SequenceEqual(value);
}

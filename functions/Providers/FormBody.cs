using System.Net;

namespace Hotline.Functions.Providers;

/// <summary>A form that notes when its first byte is handed to a connection. Before that no server can have acted on it, whatever then went wrong.</summary>
internal sealed class FormBody(IReadOnlyList<KeyValuePair<string, string>> fields) : FormUrlEncodedContent(fields)
{
    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begun = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        base.SerializeToStream(stream, context, cancellationToken);
    }
}

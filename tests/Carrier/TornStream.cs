namespace Hotline.Tests.Carriers;

/// <summary>Half of the bytes, and then the connection is gone.</summary>
internal sealed class TornStream(byte[] whole) : MemoryStream(whole, 0, whole.Length / 2, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The connection broke.");

    public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var read ? read : throw new IOException("The connection broke.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.Run(() => Read(buffer, offset, count), cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.Read(buffer.Span) is > 0 and var read ? ValueTask.FromResult(read) : ValueTask.FromException<int>(new IOException("The connection broke."));

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[bufferSize];
        for (; ; )
            await destination.WriteAsync(buffer.AsMemory(0, await ReadAsync(buffer, cancellationToken)), cancellationToken);
    }
}

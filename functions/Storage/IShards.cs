namespace Hotline.Functions.Storage;

/// <summary>A store that can be walked as a whole, for moving, resealing and counting. No turn needs it.</summary>
public interface IShards
{
    /// <summary>Each shard that holds rows, once, in ordinal order.</summary>
    IAsyncEnumerable<string> Shards(CancellationToken cancel = default);
}

namespace Hotline.Functions.Keys;

/// <summary>256 secret bits and the short public name they go by. It never prints itself.</summary>
public sealed class Key
{
    public const int Length = 32;

    private readonly byte[] secret;

    /// <param name="id">Eight hexadecimal digits.</param>
    /// <param name="purpose">The one thing it is used for.</param>
    /// <param name="secret"><see cref="Length"/> bytes, copied.</param>
    /// <param name="created">The day, for rotation.</param>
    /// <param name="from">Unix seconds from which new things are made with it; 0: at once.</param>
    public Key(string id, KeyPurpose purpose, ReadOnlySpan<byte> secret, DateOnly created, long from = 0)
    {
        if (id.Length != 8 || !id.All(char.IsAsciiHexDigitLower) || secret.Length != Length)
            throw new ArgumentException($"A key has an id of eight hexadecimal digits and {Length} bytes.", nameof(id));
        Id = id;
        Purpose = purpose;
        Created = created;
        From = from;
        this.secret = secret.ToArray();
    }

    public string Id { get; }

    public KeyPurpose Purpose { get; }

    public DateOnly Created { get; }

    /// <summary>Unix seconds, so that every process knows the key before any of them uses it. What was made with it opens at any time.</summary>
    public long From { get; }

    public ReadOnlySpan<byte> Secret => secret;

    public override string ToString() => $"{Purpose} key {Id}";
}

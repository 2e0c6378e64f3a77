using System.Security.Cryptography;

namespace Hotline.Functions.Keys;

/// <summary>All keys, the newest of each purpose in use and the older ones for what they once sealed. Immutable.</summary>
public sealed class KeyRing
{
    private readonly Dictionary<string, Key> byId;
    private readonly ILookup<KeyPurpose, Key> newestFirst;

    /// <param name="keys">In the order they were made.</param>
    /// <exception cref="ArgumentException">A purpose without a key, or an id that stands twice.</exception>
    internal KeyRing(IReadOnlyList<Key> keys)
    {
        All = keys;
        byId = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        newestFirst = keys.Reverse().ToLookup(key => key.Purpose);
        if (Enum.GetValues<KeyPurpose>().Any(purpose => !newestFirst.Contains(purpose)))
            throw new ArgumentException("Each purpose needs a key.", nameof(keys));
    }

    internal IReadOnlyList<Key> All { get; }

    /// <summary>New keys are made only where no data exists yet: new keys beside old data would look like an empty hotline.</summary>
    /// <exception cref="SetupException">The file is missing, readable by others, or damaged: one sentence that says what to do.</exception>
    public static KeyRing OpenOrCreate(string keyPath, bool dataExists, TimeProvider? clock = null)
    {
        if (File.Exists(keyPath))
            return KeyFile.Read(keyPath);
        if (dataExists)
            throw new SetupException($"The key file {keyPath} is missing but there is data that only its keys can open: put the backup of that file back (a new one would not help).");
        var today = DateOnly.FromDateTime((clock ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        var ring = Enum.GetValues<KeyPurpose>().Aggregate(new List<Key>(), (keys, purpose) => [.. keys, Draw(purpose, today, keys)]);
        KeyFile.Write(keyPath, ring, replace: false);
        return KeyFile.Read(keyPath);
    }

    public Key Current(KeyPurpose purpose) => newestFirst[purpose].First();

    public Key? Find(string keyId) => byId.GetValueOrDefault(keyId);

    /// <summary>Newest first: what was named under an older key is looked for under each in turn.</summary>
    public IEnumerable<Key> Of(KeyPurpose purpose) => newestFirst[purpose];

    /// <summary>The same ring and a new current key. Save it before anything is sealed with it.</summary>
    /// <exception cref="ArgumentException">For <see cref="KeyPurpose.OptOut"/>.</exception>
    public KeyRing WithNew(KeyPurpose purpose, DateOnly today)
    {
        if (purpose == KeyPurpose.OptOut)
            throw new ArgumentException("The opt-out key is never rotated: people who asked for silence would be written to again.", nameof(purpose));
        return new([.. All, Draw(purpose, today, All)]);
    }

    /// <summary>Replaces the file as a whole: after a crash there is the old one or the new one.</summary>
    /// <exception cref="SetupException">The file cannot be written.</exception>
    public void Save(string path) => KeyFile.Write(path, All, replace: true);

    private static Key Draw(KeyPurpose purpose, DateOnly today, IReadOnlyList<Key> taken)
    {
        string id;
        do
        {
            id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        }
        while (taken.Any(key => key.Id == id));

        Span<byte> secret = stackalloc byte[Key.Length];
        RandomNumberGenerator.Fill(secret);
        var drawn = new Key(id, purpose, secret, today);
        CryptographicOperations.ZeroMemory(secret);
        return drawn;
    }
}

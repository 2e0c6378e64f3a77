using System.Security.Cryptography;

namespace Hotline.Functions.Keys;

/// <summary>All keys as of a moment: of each purpose the newest whose time has come, and the others for what they once made or will make. Immutable.</summary>
public sealed class KeyRing
{
    private readonly Dictionary<string, Key> byId;
    private readonly Key[][] newestFirst;
    private readonly Key[] current;

    /// <param name="keys">In the order they were made.</param>
    /// <param name="at">Unix seconds; the end of time if not said.</param>
    /// <exception cref="ArgumentException">A purpose without a key that may be used, or an id that stands twice.</exception>
    internal KeyRing(IReadOnlyList<Key> keys, long at = long.MaxValue)
    {
        All = keys;
        byId = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        newestFirst = [.. Enum.GetValues<KeyPurpose>().Select(purpose => keys.Where(key => key.Purpose == purpose).Reverse().ToArray())];
        if (newestFirst.Any(of => of.Length == 0))
            throw new ArgumentException("Each purpose needs a key.", nameof(keys));
        // On a machine whose clock is wrong the first key is better than none.
        current = [.. newestFirst.Select(of => of.FirstOrDefault(key => key.From <= at) ?? of[^1])];
        NextChange = keys.Where(key => key.From > at).Select(key => key.From).DefaultIfEmpty(long.MaxValue).Min();
    }

    internal IReadOnlyList<Key> All { get; }

    /// <summary>Unix seconds at which another key comes into use; the end of time when none is known.</summary>
    internal long NextChange { get; }

    /// <summary>New keys are made only where no data exists yet: new keys beside old data would look like an empty hotline.</summary>
    /// <exception cref="SetupException">The file is missing, readable by others, or damaged: one sentence that says what to do.</exception>
    public static KeyRing OpenOrCreate(string keyPath, bool dataExists, TimeProvider? clock = null) => new FileKeys(keyPath).OpenOrCreate(() => dataExists, clock ?? TimeProvider.System);

    /// <summary>A key for each purpose.</summary>
    internal static KeyRing Fresh(DateOnly today) =>
        new(Enum.GetValues<KeyPurpose>().Aggregate(new List<Key>(), (keys, purpose) => [.. keys, Draw(purpose, today, 0, keys)]));

    public Key Current(KeyPurpose purpose) => current[(int)purpose];

    public Key? Find(string keyId) => byId.GetValueOrDefault(keyId);

    /// <summary>Newest first, one that is still to come too: what was named under another key is looked for under each in turn.</summary>
    public IReadOnlyList<Key> Of(KeyPurpose purpose) => newestFirst[(int)purpose];

    public bool IsInUse(Key key) => Current(key.Purpose).Id == key.Id;

    /// <summary>When a newer key took its place, by every clock that goes right; null while none has or will. It may lie in the future.</summary>
    public DateTimeOffset? UsedUntil(Key key)
    {
        var newer = Of(key.Purpose).TakeWhile(other => other.Id != key.Id).Select(Begin).ToList();
        return newer.Count == 0 ? null : newer.Min();
    }

    /// <summary>The same keys at another moment.</summary>
    public KeyRing At(DateTimeOffset moment) => new(All, moment.ToUnixTimeSeconds());

    /// <summary>The same ring and a new key. Save it before anything is sealed with it.</summary>
    /// <param name="from">When it comes into use; at once if not said.</param>
    /// <exception cref="ArgumentException">For <see cref="KeyPurpose.OptOut"/>.</exception>
    public KeyRing WithNew(KeyPurpose purpose, DateOnly today, DateTimeOffset? from = null)
    {
        if (purpose == KeyPurpose.OptOut)
            throw new ArgumentException("The opt-out key is never rotated: people who asked for silence would be written to again.", nameof(purpose));
        return new([.. All, Draw(purpose, today, from?.ToUnixTimeSeconds() ?? 0, All)]);
    }

    /// <summary>The same ring without one key: nothing that it made can be opened or found any more.</summary>
    /// <exception cref="ArgumentException">It is the last one of its purpose.</exception>
    public KeyRing Without(string keyId) => new([.. All.Where(key => key.Id != keyId)]);

    /// <summary>Replaces the file as a whole: after a crash there is the old one or the new one.</summary>
    /// <exception cref="SetupException">The file cannot be written.</exception>
    public void Save(string path) => KeyFile.Write(path, All, replace: true);

    /// <summary>A key of an earlier version knows only its day; by its end every process had it.</summary>
    private static DateTimeOffset Begin(Key key) =>
        key.From > 0 ? DateTimeOffset.FromUnixTimeSeconds(key.From) : new DateTimeOffset(key.Created.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private static Key Draw(KeyPurpose purpose, DateOnly today, long from, IReadOnlyList<Key> taken)
    {
        string id;
        do
        {
            id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        }
        while (taken.Any(key => key.Id == id));

        Span<byte> secret = stackalloc byte[Key.Length];
        RandomNumberGenerator.Fill(secret);
        var drawn = new Key(id, purpose, secret, today, from);
        CryptographicOperations.ZeroMemory(secret);
        return drawn;
    }
}

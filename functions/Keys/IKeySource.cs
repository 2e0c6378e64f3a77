namespace Hotline.Functions.Keys;

/// <summary>Where the keys are kept. What goes wrong is a <see cref="SetupException"/>: one sentence that says what to do and quotes no secret.</summary>
public interface IKeySource
{
    /// <summary>As sentences name it, such as "The key file /var/lib/hotline/keys".</summary>
    string Name { get; }

    bool Exists();

    KeyRing Read();

    /// <summary>The first keys of all; never over others.</summary>
    void Create(KeyRing ring);

    /// <summary>Reads, changes and writes, so that of two who do it at once neither is lost.</summary>
    void Change(Func<KeyRing, KeyRing> change);
}

public static class KeySources
{
    /// <summary>New keys are made only where no data exists yet: new keys beside old data would look like an empty hotline.</summary>
    public static KeyRing OpenOrCreate(this IKeySource source, Func<bool> dataExists, TimeProvider clock)
    {
        if (source.Exists())
            return source.Read();
        if (dataExists())
            throw new SetupException($"{source.Name} is missing but there is data that only its keys can open: put the backup of it back (a new one would not help).");
        source.Create(KeyRing.Fresh(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        return source.Read();
    }
}

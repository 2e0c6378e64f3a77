using System.Text;

namespace Hotline.Functions.Keys;

/// <summary>Keys as one secret of a key vault, the same JSON as in a file. Every change is a new version.</summary>
internal sealed class VaultKeys(Vault vault) : IKeySource
{
    public const string Secret = "hotline-keys";

    private const int MostTries = 10;

    public string Name => $"The secret {Secret} in the key vault {vault.Address.Host}";

    public bool Exists() => vault.Read(Secret) is not null;

    public KeyRing Read() => Parse((vault.Read(Secret) ?? throw new SetupException($"{Name} is missing: put the backup of it back.")).Value);

    /// <summary>Of two processes that begin at once both choose the same keys as theirs, and keep the other's for what was sealed meanwhile.</summary>
    public void Create(KeyRing ring)
    {
        vault.Write(Secret, Text(ring));
        var all = vault.Versions(Secret).Select(one => vault.ReadVersion(Secret, one)).OfType<string>().Select(Parse).OrderBy(one => one.All[0].Id, StringComparer.Ordinal).ToList();
        if (all.Count < 2)
            return;
        var merged = all.Skip(1).Aggregate(all[0], (chosen, other) => new([.. other.All.Where(key => key.Purpose != KeyPurpose.OptOut && chosen.Find(key.Id) is null), .. chosen.All]));
        vault.Write(Secret, Text(merged));
    }

    /// <summary>A vault knows no conditional write, so whoever wrote looks for versions that came beside it, and takes their keys in.</summary>
    public void Change(Func<KeyRing, KeyRing> change)
    {
        var known = vault.Versions(Secret).ToHashSet(StringComparer.Ordinal);
        var (value, version) = vault.Read(Secret) ?? throw new SetupException($"{Name} is missing: put the backup of it back.");
        known.Add(version);
        var before = Parse(value);
        var mine = change(before);
        var gone = before.All.Select(key => key.Id).Where(id => mine.Find(id) is null).ToHashSet(StringComparer.Ordinal);
        for (var tries = 0; tries < MostTries; tries++)
        {
            known.Add(vault.Write(Secret, Text(mine)));
            var beside = vault.Versions(Secret).Where(known.Add).ToList();
            var merged = beside.Select(one => vault.ReadVersion(Secret, one)).OfType<string>().Select(Parse).Aggregate(mine, (ring, other) => Joined(ring, other, gone));
            if (merged.All.Count == mine.All.Count)
            {
                if (gone.Count > 0)
                    SwitchOffOlder();
                return;
            }

            mine = merged;
        }

        throw new SetupException($"{Name} is being changed by others all the time: look with `keys`, then repeat the command.");
    }

    /// <summary>A retired key stands in every older version.</summary>
    private void SwitchOffOlder()
    {
        var newest = vault.Read(Secret)!.Value.Version;
        foreach (var older in vault.Versions(Secret).Where(one => one != newest))
            vault.SwitchOff(Secret, older);
    }

    private static KeyRing Joined(KeyRing ring, KeyRing other, HashSet<string> gone) =>
        new([.. ring.All, .. other.All.Where(key => ring.Find(key.Id) is null && !gone.Contains(key.Id))]);

    private static string Text(KeyRing ring) => Encoding.UTF8.GetString(KeyJson.Write(ring.All));

    private KeyRing Parse(string value) => KeyJson.Read(Encoding.UTF8.GetBytes(value)) ?? throw new SetupException($"{Name} is damaged or not complete: switch off its newest version, so that the one before is used.");
}

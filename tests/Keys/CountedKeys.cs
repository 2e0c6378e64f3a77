using Hotline.Functions;
using Hotline.Functions.Keys;

namespace Hotline.Tests.Keys;

/// <summary>A source that counts how often it is read, and breaks when told to.</summary>
internal sealed class CountedKeys(IKeySource inner) : IKeySource
{
    public int Reads { get; private set; }

    public bool Broken { get; set; }

    public string Name => inner.Name;

    public bool Exists() => inner.Exists();

    public KeyRing Read()
    {
        Reads++;
        return Broken ? throw new SetupException("The source is broken.") : inner.Read();
    }

    public void Create(KeyRing ring) => inner.Create(ring);

    public void Change(Func<KeyRing, KeyRing> change) => inner.Change(change);
}

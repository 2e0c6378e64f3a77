namespace Hotline.Flows.Engine;

/// <summary>The answers kept so far: a small immutable list, because a session holds a dozen at most.</summary>
public readonly struct Slots : IEquatable<Slots>
{
    public static readonly Slots Empty;

    private readonly KeyValuePair<string, string>[]? items;

    internal Slots(KeyValuePair<string, string>[] items) => this.items = items;

    public ReadOnlySpan<KeyValuePair<string, string>> Items => items;

    public int Count => items?.Length ?? 0;

    public string? this[string name]
    {
        get
        {
            foreach (ref readonly var item in Items)
                if (item.Key == name)
                    return item.Value;
            return null;
        }
    }

    public Slots With(string name, string value)
    {
        var old = items ?? [];
        var at = IndexOf(name);
        KeyValuePair<string, string>[] next;
        if (at >= 0)
        {
            next = (KeyValuePair<string, string>[])old.Clone();
            next[at] = new(name, value);
        }
        else
        {
            next = new KeyValuePair<string, string>[old.Length + 1];
            old.CopyTo(next, 0);
            next[^1] = new(name, value);
        }

        return new Slots(next);
    }

    public Slots Without(string name) => IndexOf(name) < 0 ? this : new Slots(items!.Where(item => item.Key != name).ToArray());

    /// <summary>Slots that a flow keeps for itself are named after it: "return-code".</summary>
    public Slots WithoutFlow(string flow)
    {
        foreach (ref readonly var item in Items)
            if (Belongs(item.Key, flow))
                return new Slots(items!.Where(item => !Belongs(item.Key, flow)).ToArray());
        return this;
    }

    private static bool Belongs(string name, string flow) => name.Length > flow.Length && name[flow.Length] == '-' && name.StartsWith(flow, StringComparison.Ordinal);

    public bool Equals(Slots other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is Slots other && Equals(other);

    public override int GetHashCode() => Count;

    public static bool operator ==(Slots left, Slots right) => left.Equals(right);

    public static bool operator !=(Slots left, Slots right) => !left.Equals(right);

    private int IndexOf(string name)
    {
        for (var i = 0; i < Count; i++)
            if (items![i].Key == name)
                return i;
        return -1;
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hotline.Functions.Storage;

/// <summary>A few plain columns beside a row's body, readable without a key: the anonymous outcome of a conversation. Ordered by name, equal by value.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The port's own word.")]
public sealed class Columns : IReadOnlyCollection<KeyValuePair<string, ColumnValue>>, IEquatable<Columns>
{
    public const int MostColumns = 100;
    public const int NameLength = 64;
    public const int TextLength = 1024;

    private readonly SortedList<string, ColumnValue> byName = new(StringComparer.Ordinal);

    private Columns()
    {
    }

    public int Count => byName.Count;

    public ColumnValue? this[string name] => byName.TryGetValue(name, out var value) ? value : default(ColumnValue?);

    /// <exception cref="ArgumentException">A name that is not lower-case letters, digits and _, or stands twice; more than <see cref="MostColumns"/>.</exception>
    public static Columns Of(params IEnumerable<(string Name, ColumnValue Value)> columns)
    {
        var result = new Columns();
        foreach (var (name, value) in columns)
        {
            if (!IsName(name) || result.Count == MostColumns || value.Value is null || !result.byName.TryAdd(name, value))
                throw new ArgumentException("A column has a name of lower-case letters, digits and _, once, and a value.", nameof(columns));
        }

        return result;
    }

    public bool Equals(Columns? other) => other is not null && byName.SequenceEqual(other.byName);

    public override bool Equals(object? obj) => Equals(obj as Columns);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in byName)
            hash.Add(HashCode.Combine(name, value));
        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, ColumnValue>> GetEnumerator() => byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsName(string name) =>
        name.Length is > 0 and <= NameLength
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}

using System.Collections.Concurrent;

namespace Hotline.Tests.Carriers;

/// <summary>Every phone by its number; one that no test has touched is a mobile that takes texts and rings in vain.</summary>
internal sealed class Phones
{
    private readonly ConcurrentDictionary<string, Phone> phones = new(StringComparer.Ordinal);

    public Phone this[string number] => phones.GetOrAdd(Digits(number), _ => new Phone());

    public static bool Same(string one, string other) => Digits(one) == Digits(other);

    public static string Digits(string number) => number.TrimStart('+');
}

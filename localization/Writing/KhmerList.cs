using Humanizer.Localisation.CollectionFormatters;

namespace Hotline.Localization.Writing;

/// <summary>ក, ខ និង គ (Unicode CLDR list pattern for km). Blank items are left out.</summary>
internal sealed class KhmerList(string conjunction) : ICollectionFormatter
{
    public static KhmerList And { get; } = new("និង");
    public static KhmerList Or { get; } = new("ឬ");

    public string Humanize<T>(IEnumerable<T> collection) => Humanize(collection, item => item?.ToString(), conjunction);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, string?> objectFormatter) =>
        Humanize(collection, objectFormatter, conjunction);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, object> objectFormatter) =>
        Humanize(collection, objectFormatter, conjunction);

    public string Humanize<T>(IEnumerable<T> collection, string separator) =>
        Humanize(collection, item => item?.ToString(), separator);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, object> objectFormatter, string separator) =>
        Humanize(collection, item => objectFormatter(item)?.ToString(), separator);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, string?> objectFormatter, string separator)
    {
        var items = collection.Select(objectFormatter).Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => item!.Trim()).ToList();
        return items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} {separator} {items[^1]}";
    }
}

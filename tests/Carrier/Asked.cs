using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Hotline.Tests.Carriers;

/// <summary>A request as it arrived at the provider.</summary>
/// <param name="Path">Still percent-encoded, without the query.</param>
/// <param name="Query">With its question mark; empty when there is none.</param>
internal sealed record Asked(string Method, Uri Origin, string Path, string Query, string? Authorization, string? ContentType, byte[] Body, DateTimeOffset At)
{
    private Dictionary<string, StringValues>? form;
    private Dictionary<string, StringValues>? query;

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public IReadOnlyDictionary<string, StringValues> Form => form ??= QueryHelpers.ParseQuery(Text);

    public IReadOnlyDictionary<string, StringValues> Queries => query ??= QueryHelpers.ParseQuery(Query);

    /// <returns>Null when the field did not come; empty when it came empty.</returns>
    public string? Field(string name) => Form.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Asks(string name) => Queries.TryGetValue(name, out var value) ? value.ToString() : null;
}

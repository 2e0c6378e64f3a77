using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <param name="Next">Query parts that fetch the next page; none: this was the last.</param>
internal sealed record TablePage<T>(IReadOnlyList<T> Entities, IReadOnlyList<string> Next, Response Response);

/// <summary>Follows the service's tokens to the end.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A sequence of pages, named as what it is.")]
internal sealed class TablePages<T>(Func<IReadOnlyList<string>, CancellationToken, Task<TablePage<T>>> fetch, CancellationToken cancel) : AsyncPageable<T>(cancel)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        IReadOnlyList<string> next = continuationToken is null ? [] : [continuationToken];
        do
        {
            var page = await fetch(next, CancellationToken);
            next = page.Next;
            yield return Page<T>.FromValues(page.Entities, next.Count == 0 ? null : string.Join('&', next), page.Response);
        }
        while (next.Count > 0);
    }
}

using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hotline.Functions.Storage.Tables;

/// <summary>One table: point reads, range queries and entity group transactions over the REST interface ("Table service REST API").</summary>
public sealed class TableClient
{
    private readonly HttpPipeline pipeline;
    private readonly Uri service;
    private readonly Uri table;

    internal TableClient(HttpPipeline pipeline, Uri endpoint, string tableName)
    {
        this.pipeline = pipeline;
        Name = tableName;
        service = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/");
        table = new Uri(service, tableName);
    }

    public string Name { get; }

    /// <exception cref="RequestFailedException">Not allowed, or the name is none.</exception>
    public async Task<Response> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Post, new Uri(service, "Tables").AbsoluteUri);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(System.Text.Encoding.UTF8.GetBytes($$"""{"TableName":"{{Name}}"}"""));
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status is 201 or 204 || (message.Response.Status == 409 && TableError.CodeOf(message.Response) == "TableAlreadyExists") ? message.Response : throw TableError.Of(message.Response);
    }

    /// <returns>Without a value when there is no such entity.</returns>
    /// <exception cref="RequestFailedException">Everything else that is not an entity, a missing table among it.</exception>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        using var message = Message(RequestMethod.Get, EntityAddress(table.AbsoluteUri, partitionKey, rowKey));
        if (select is not null)
            message.Request.Uri.AppendQuery("$select", string.Join(',', select), escapeValue: false);
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (response.Status == 404 && TableError.CodeOf(response) == "ResourceNotFound")
            return new Absent<T>(response);
        if (response.Status != 200)
            throw TableError.Of(response);
        var entity = TableEntityJson.Read<T>(response.Content.ToMemory().Span);
        entity.ETag = response.Headers.ETag ?? entity.ETag;
        return Response.FromValue(entity, response);
    }

    /// <param name="filter">OData; quotes inside a string are doubled.</param>
    /// <param name="maxPerPage">1 to 1,000. A page may hold fewer, or none, and still not be the last.</param>
    public AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        var query = new List<string>();
        if (filter is not null)
            query.Add($"$filter={Uri.EscapeDataString(filter)}");
        if (select is not null)
            query.Add($"$select={string.Join(',', select)}");
        if (maxPerPage is { } most)
            query.Add($"$top={most.ToString(CultureInfo.InvariantCulture)}");
        return new TablePages<T>((after, cancel) => Page<T>([.. query, .. after], cancel), cancellationToken);
    }

    /// <summary>All or nothing, in one partition.</summary>
    /// <exception cref="TableTransactionFailedException">Refused; nothing was written.</exception>
    /// <exception cref="RequestFailedException">The service could not do it now, or may not for us.</exception>
    public async Task<Response> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Post, new Uri(service, "$batch").AbsoluteUri);
        message.Request.Headers.SetValue("Content-Type", TableTransactionContent.ContentType);
        message.Request.Content = new TableTransactionContent(table).Of([.. transactionActions]);
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (response.Status != 202)
            throw TableError.Of(response);
        return TableError.InTransaction(response.Content.ToMemory().Span) is { } refused ? throw refused : response;
    }

    internal static string EntityAddress(string table, string partitionKey, string rowKey) => $"{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private async Task<TablePage<T>> Page<T>(IReadOnlyList<string> query, CancellationToken cancel)
        where T : TableEntity, new()
    {
        using var message = Message(RequestMethod.Get, $"{table.AbsoluteUri}()?{string.Join('&', query)}");
        await pipeline.SendAsync(message, cancel);
        var response = message.Response;
        if (response.Status != 200)
            throw TableError.Of(response);
        string[] names = ["NextPartitionKey", "NextRowKey"];
        var next = names.Select(name => (name, value: response.Headers.TryGetValue($"x-ms-continuation-{name}", out var value) ? value : null))
            .Where(pair => pair.value is not null).Select(pair => $"{pair.name}={Uri.EscapeDataString(pair.value!)}").ToList();
        return new TablePage<T>(TableEntityJson.ReadPage<T>(response.Content.ToMemory().Span), next, response);
    }

    private HttpMessage Message(RequestMethod method, string address)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.SetValue("x-ms-version", TableClientOptions.ServiceVersion);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("MaxDataServiceVersion", "3.0;NetFx");
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    private sealed class Absent<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T? Value => throw new InvalidOperationException("There is no such entity.");

        public override Response GetRawResponse() => response;
    }
}

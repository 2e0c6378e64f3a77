using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hotline.Functions.Storage.Tables;

/// <summary>
/// A storage account's tables. Types and members are named as in <c>Azure.Data.Tables</c>, of which this is the part that a store needs: where that package can be had,
/// it takes the place of this folder, and <see cref="TableStore"/> changes one using.
/// </summary>
public sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly Uri endpoint;
    private readonly HttpPipeline pipeline;

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, new TableSharedKeyPolicy(credential), options)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(endpoint, new TableSasPolicy(credential), options)
    {
    }

    /// <param name="endpoint">https: a token is not sent over anything else.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        this.endpoint = endpoint;
        options ??= new TableClientOptions();
        // Addresses hold the keys of rows; nothing of them belongs into anybody's log.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        pipeline = HttpPipelineBuilder.Build(options, [], [authentication], new ResponseClassifier());
    }

    public TableClient GetTableClient(string tableName) => new(pipeline, endpoint, tableName);
}

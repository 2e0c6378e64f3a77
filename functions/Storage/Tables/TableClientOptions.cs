using Azure.Core;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Retries, transport and policies of the pipeline, as <c>Azure.Data.Tables.TableClientOptions</c> has them.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>REST version of the table service that is spoken ("Versioning for Azure Storage").</summary>
    public const string ServiceVersion = "2019-02-02";
}

using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Adds the signature to the query, once for all tries.</summary>
internal sealed class TableSasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        var signature = credential.Signature.TrimStart('?');
        if (!query.Contains(signature, StringComparison.Ordinal))
            message.Request.Uri.Query = query.Length > 1 ? $"{query}&{signature}" : $"?{signature}";
    }
}

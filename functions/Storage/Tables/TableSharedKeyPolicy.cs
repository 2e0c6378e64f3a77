using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Signs each try; a signature a quarter of an hour old is refused, so a retry needs its own date.</summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var uri = message.Request.Uri.ToUri();
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{credential.Sign($"{date}\n/{credential.AccountName}{uri.AbsolutePath}")}");
    }
}

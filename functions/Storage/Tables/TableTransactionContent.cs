using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Actions as one multipart body ("Performing entity group transactions"). Buffered, because a retry sends it again.</summary>
internal sealed class TableTransactionContent(Uri table)
{
    // Nothing inside is looked at for the boundary: a body is base64 and a JSON string never holds a bare line break.
    private const string Batch = "batch_hotline";
    private const string Changes = "changeset_hotline";

    private const string Envelope = $"--{Changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    /// <summary>Of a part, without the bodies of its entity.</summary>
    private const int PartBytes = 900;

    private ArrayBufferWriter<byte> buffer = null!;

    public static string ContentType => $"multipart/mixed; boundary={Batch}";

    public RequestContent Of(IReadOnlyCollection<TableTransactionAction> actions)
    {
        // Once and for all: growing would copy all that is there already.
        buffer = new ArrayBufferWriter<byte>(PartBytes + actions.Sum(action => PartBytes + action.Entity.Values.Sum(value => value is byte[] bytes ? (bytes.Length * 4 / 3) + 4 : 8)));
        Write($"--{Batch}\r\nContent-Type: multipart/mixed; boundary={Changes}\r\n\r\n");
        using var json = new Utf8JsonWriter(buffer);
        foreach (var action in actions)
            Write(action, json);
        Write($"--{Changes}--\r\n--{Batch}--\r\n");
        return RequestContent.Create(buffer.WrittenMemory);
    }

    private void Write(TableTransactionAction action, Utf8JsonWriter json)
    {
        var entity = action.Entity;
        var method = action.ActionType switch
        {
            TableTransactionActionType.Add => "POST",
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
            TableTransactionActionType.Delete => "DELETE",
            _ => "MERGE",
        };
        var upsert = action.ActionType is TableTransactionActionType.UpsertReplace or TableTransactionActionType.UpsertMerge;
        Write(Envelope);
        Write(method);
        Write(" ");
        Write(method == "POST" ? table.AbsoluteUri : TableClient.EntityAddress(table.AbsoluteUri, entity.PartitionKey, entity.RowKey));
        Write(" HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (method != "POST" && !upsert)
            Write($"If-Match: {(action.ETag == default ? ETag.All : action.ETag)}\r\n");
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Write("\r\n");
            return;
        }

        Write("Content-Type: application/json;odata=minimalmetadata\r\n");
        Write(method == "POST" ? "Prefer: return-no-content\r\n\r\n" : "\r\n");
        TableEntityJson.Write(json, entity);
        json.Flush();
        json.Reset();
        Write("\r\n");
    }

    private void Write(string text)
    {
        var written = Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetByteCount(text)));
        buffer.Advance(written);
    }
}

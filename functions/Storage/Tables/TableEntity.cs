using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <summary>A row and its properties: string, long, double, bool, DateTimeOffset or byte[] (no other types are needed here).</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named as in Azure.Data.Tables.")]
public class TableEntity : Dictionary<string, object>
{
    public TableEntity()
        : base(StringComparer.Ordinal)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? GetString(string key) => TryGetValue(key, out var value) ? value as string : null;

    public byte[]? GetBinary(string key) => TryGetValue(key, out var value) ? value as byte[] : null;
}

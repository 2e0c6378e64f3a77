using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <summary>Nothing of the transaction was written. Holds the service's word for it and no keys.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only the client makes one.")]
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(int status, string errorCode, int? failedIndex)
        : base(status, $"The transaction was refused: {errorCode}.", errorCode, null) => FailedTransactionActionIndex = failedIndex;

    /// <summary>Which action was refused, from 0; null when the whole transaction was.</summary>
    public int? FailedTransactionActionIndex { get; }
}

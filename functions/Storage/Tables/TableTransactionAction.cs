using Azure;

namespace Hotline.Functions.Storage.Tables;

public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>One change of an entity group transaction.</summary>
/// <param name="actionType">What to do.</param>
/// <param name="entity">Its keys, and for anything but a delete its properties.</param>
/// <param name="etag">The version that an update or a delete asks for; <see cref="ETag.All"/> or nothing: any that is there.</param>
public sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public TableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;
}

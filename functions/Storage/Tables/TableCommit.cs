using Azure;

namespace Hotline.Functions.Storage.Tables;

/// <summary>One commit as an entity group transaction, and what to make of its refusal.</summary>
internal sealed class TableCommit(TableClient table, string shard, IReadOnlyList<Write> writes)
{
    private readonly string name = EntityRow.NewCommit();

    public async Task<CommitResult> Run(CancellationToken cancel)
    {
        var pending = writes.ToList();
        var again = false;
        while (pending.Count > 0)
        {
            var tries = StorageRequests.Watch();
            try
            {
                await table.SubmitTransactionAsync(pending.Select(Action), cancel);
                return CommitResult.Committed;
            }
            catch (TableTransactionFailedException refused) when (refused.Status is 404 or 409 or 412 && refused.ErrorCode is not ("TableNotFound" or "TableBeingDeleted"))
            {
                again |= tries.Count > 1;
                // A row that is to go whatever it is may be gone already.
                if (refused is { Status: 404, FailedTransactionActionIndex: { } index } && index < pending.Count && pending[index] is Delete { Version: null })
                    pending.RemoveAt(index);
                else
                    return again ? await Refused(cancel) : CommitResult.Conflict;
            }
        }

        return CommitResult.Committed;
    }

    /// <summary>An earlier try may have written it all, and then the refusal is of our own making.</summary>
    private async Task<CommitResult> Refused(CancellationToken cancel)
    {
        var others = false;
        foreach (var write in writes)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(shard, write.Key, ["PartitionKey", "RowKey", EntityRow.Commit], cancel);
            if (found.HasValue && write is not Delete && found.Value!.GetString(EntityRow.Commit) == name)
                return CommitResult.Committed;
            // A row that we would have changed or taken away stands as it was.
            others |= found.HasValue && (write is Replace { Version: var replaced } ? replaced : (write as Delete)?.Version) == found.Value!.ETag.ToString();
        }

        return others ? CommitResult.Conflict : throw new StoreUnavailable(table.Name, "the answer to a commit was lost", 0);
    }

    private TableTransactionAction Action(Write write) => write switch
    {
        Insert insert => new(TableTransactionActionType.Add, EntityRow.Of(shard, insert.Key, insert.Body, insert.Columns, name)),
        Replace replace => new(TableTransactionActionType.UpdateReplace, EntityRow.Of(shard, replace.Key, replace.Body, replace.Columns, name), new ETag(replace.Version)),
        Delete delete => new(TableTransactionActionType.Delete, new TableEntity(shard, delete.Key), delete.Version is { } version ? new ETag(version) : ETag.All),
        _ => throw new NotSupportedException("A kind of write that is not known."),
    };
}

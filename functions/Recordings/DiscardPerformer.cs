using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Recordings;

/// <summary>A recording was erased or withdrawn: first it can be fetched no more and what we hold of it goes, then the provider's copy.</summary>
public sealed class DiscardPerformer(IStore store, IProvider provider, RecordingBook book) : IPerformer
{
    public const string ToDoKind = "discard";

    /// <summary>It may be discarded while the provider still makes a file of it.</summary>
    private static readonly TimeSpan Made = TimeSpan.FromMinutes(10);

    public string Kind => ToDoKind;

    public Outlet Outlet => Outlet.None;

    /// <summary>Ours goes whether or not the provider answers.</summary>
    public bool WaitsForProvider => false;

    /// <summary>For a commit in the shard of whoever said so: the mark that keeps it from being fetched, and the to-do.</summary>
    /// <param name="name">Keyed; the same again for the same address.</param>
    public static IEnumerable<Write> Rows(Sealer sealer, string shard, string name, string address, DateOnly day, DateTimeOffset now)
    {
        var key = RowKeys.Waiting(ToDoKind, name);
        yield return new Insert(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(new WaitingItem(ToDoKind, address, null, day), RowJson.Default.WaitingItem)));
        yield return new ToDoRows(sealer).New(shard, ToDoKind, name, now, address, now);
    }

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var address = lease.ToDo.Body;
        var found = await book.Discard(address, cancel);
        var asked = await provider.DeleteRecording(RecordingName.SidOf(address), cancel);
        var age = lease.Now - DateTimeOffset.FromUnixTimeSeconds(lease.ToDo.Made);
        switch (asked)
        {
            case { Value.WasThere: false } when found.Recording.Address is not null && age < Made:
                await lease.Later(lease.Now + Made);
                break;
            case { Accepted: true }:
                await Close(lease, found, found.Recording with { Address = null, Why = null }, cancel);
                break;
            case { Failure: Failure.RefusedForGood { Kind: RefusalKind.NotOffered } never }:
                await Close(lease, found, found.Recording with { Why = never.ForStaff }, cancel);
                break;
            case var _ when age >= RecordingPerformer.GivenUpAfter:
                await lease.Dead((asked.Failure as Failure.RefusedForGood)?.ForStaff ?? "The provider has refused for two weeks to delete an erased recording: ask it to do so.");
                break;
            default:
                var wait = asked.Failure is Failure.TryLater later ? later.After : TimeSpan.FromHours(1);
                await lease.Later(lease.Now + (wait > lease.Backoff ? wait : lease.Backoff));
                break;
        }
    }

    /// <summary>The recording's row first, then the mark goes: until the row says so, the mark does.</summary>
    private async Task Close(Lease lease, FoundRecording found, Recording closed, CancellationToken cancel)
    {
        if (await store.Commit(found.Shard, [book.Changed(found, closed)], cancel) == CommitResult.Committed)
            await lease.Done(new Delete(RowKeys.Waiting(ToDoKind, lease.Id)));
        else
            await lease.Later(lease.Now + lease.Backoff);
    }
}

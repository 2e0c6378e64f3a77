using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Recordings;

/// <summary>Where every recording stands. A callback, a landed report and a check-in may all speak of the same one: it is fetched once.</summary>
public sealed class RecordingBook(IStore store, Sealer sealer, CaseKeys cases, Pseudonyms pseudonyms, ToDoRows todos, TimeProvider clock)
{
    public async ValueTask<FoundRecording?> Find(string address, CancellationToken cancel = default)
    {
        foreach (var name in RecordingName.Each(pseudonyms, address))
            if (await Named(name, cancel) is { } found)
                return found;
        return null;
    }

    /// <exception cref="DamagedRow">The row was changed by something that has no key.</exception>
    public async ValueTask<FoundRecording?> Named(string name, CancellationToken cancel = default)
    {
        var (shard, key) = (RecordingName.ShardOf(name), RowKeys.Recording(name));
        return await store.Read(shard, key, cancel) is { } row ? new FoundRecording(name, row.Version, Open(shard, row)) : null;
    }

    public Recording Open(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span) is { } json && Recording.FromJson(json) is { } recording ? recording : throw new DamagedRow("recording");

    /// <summary>Somebody has heard of it. One that was discarded is deleted at the provider once more: it may have been finished since.</summary>
    public async ValueTask Expect(string address, int seconds, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await Find(address, cancel);
        if (found is { Recording: { State: not RecordingState.Discarded } known })
        {
            // Only the callback says how long it is.
            if (known.Seconds == 0 && seconds > 0)
                await store.Commit(found.Shard, [Changed(found, known with { Seconds = seconds })], cancel);
            return;
        }

        var name = found?.Name ?? RecordingName.Of(pseudonyms, address);
        var shard = RecordingName.ShardOf(name);
        var todo = todos.New(shard, RecordingPerformer.ToDoKind, name, now, "", now);
        Write state = found is null
            ? Inserted(name, new Recording(RecordingState.Expected, address, Day(now)) { Seconds = seconds })
            : Changed(found, found.Recording with { Address = address });
        // A conflict means that somebody else was faster with the same.
        await store.Commit(shard, [state, todo], cancel);
    }

    /// <summary>From here on it is nobody's: what was stored of it goes, and nothing more is stored.</summary>
    public async ValueTask<FoundRecording> Discard(string address, CancellationToken cancel)
    {
        while (true)
        {
            // The key of its sound first, each time round: somebody may be fetching it.
            foreach (var each in RecordingName.Each(pseudonyms, address))
                await cases.Forget(each, cancel);
            FoundRecording? found = null;
            // One that two processes heard of at the moment of a rotation has a row under each name.
            foreach (var each in RecordingName.Each(pseudonyms, address))
                if (await Named(each, cancel) is { } one && found is null or { Recording.State: RecordingState.Discarded })
                    found = one;
            if (found is { Recording.State: RecordingState.Discarded })
            {
                foreach (var each in RecordingName.Each(pseudonyms, address))
                    await DropSound(each, except: null, cancel);
                return found;
            }

            var discarded = new Recording(RecordingState.Discarded, found is null ? address : found.Recording.Address, Day(clock.GetUtcNow()));
            var name = found?.Name ?? RecordingName.Of(pseudonyms, address);
            await store.Commit(RecordingName.ShardOf(name), [found is null ? Inserted(name, discarded) : Changed(found, discarded)], cancel);
        }
    }

    /// <summary>Whether an erasure or a withdrawal is on its way to it. Its row lies with whoever said so, in any shard.</summary>
    public async ValueTask<bool> IsToBeDiscarded(string address, CancellationToken cancel)
    {
        foreach (var name in pseudonyms.OfTurnByEachKey(address))
            foreach (var shard in CallerId.AllShards)
                if (await store.Read(shard, RowKeys.Waiting(DiscardPerformer.ToDoKind, name), cancel) is not null)
                    return true;
        return false;
    }

    public Write Changed(FoundRecording found, Recording changed) =>
        new Replace(RowKeys.Recording(found.Name), found.Version, sealer.Seal(found.Shard, RowKeys.Recording(found.Name), changed.ToJson()));

    /// <param name="except">Of this fetch nothing goes.</param>
    public async ValueTask DropSound(string name, string? except, CancellationToken cancel)
    {
        var (shard, prefix) = (RecordingName.ShardOf(name), RowKeys.Sounds(name));
        const int atOnce = 4;
        var from = prefix;
        // A few at a time: each is nearly a megabyte.
        while (await store.Scan(shard, from, RowKeys.After(prefix), atOnce, cancel) is { Count: > 0 } rows)
        {
            var gone = rows.Where(row => except is null || !row.Key.StartsWith(prefix + except, StringComparison.Ordinal)).Select(row => new Delete(row.Key)).ToList();
            if (gone.Count > 0)
                await store.Commit(shard, gone, cancel);
            from = rows[^1].Key + " ";
        }
    }

    private Insert Inserted(string name, Recording recording) =>
        new(RowKeys.Recording(name), sealer.Seal(RecordingName.ShardOf(name), RowKeys.Recording(name), recording.ToJson()));

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}

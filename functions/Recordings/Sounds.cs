using System.Globalization;
using System.Security.Cryptography;
using Hotline.Functions.Cases;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Recordings;

/// <summary>The sound of recordings, sealed in rows of less than a megabyte.</summary>
public sealed class Sounds(IStore store, CaseKeys cases, CaseSealer sealer, RecordingBook book)
{
    /// <summary>Sealed it still fits a row.</summary>
    public const int PartBytes = StoreLimits.BodyBytes - 1024;

    /// <summary>Sealed they still fit a commit.</summary>
    private const int PartsAtOnce = StoreLimits.CommitBytes / StoreLimits.BodyBytes;

    /// <summary>Every commit holds the recording's row as it was found: whatever is discarded meanwhile, nothing is written after it.</summary>
    /// <returns>The recording as it is to be stored, and as it now stands; null when somebody changed it.</returns>
    public async ValueTask<(Recording Kept, FoundRecording Now)?> Store(FoundRecording found, ReadOnlyMemory<byte> sound, string type, CancellationToken cancel)
    {
        var key = await cases.Ensure(found.Name, cancel);
        var fetch = RandomNumberGenerator.GetHexString(8, lowercase: true);
        for (var part = 0; part * PartBytes < sound.Length;)
        {
            List<Write> writes = [book.Changed(found, found.Recording)];
            for (; writes.Count <= PartsAtOnce && part * PartBytes < sound.Length; part++)
                writes.Add(Part(key, found, fetch, part, sound[(part * PartBytes)..Math.Min((part + 1) * PartBytes, sound.Length)]));
            if (await store.Commit(found.Shard, writes, cancel) != CommitResult.Committed || await book.Named(found.Name, cancel) is not { Recording.State: RecordingState.Expected } again)
                return null;
            found = again;
        }

        return (found.Recording with { State = RecordingState.Kept, Bytes = sound.Length, Type = type, Fetch = fetch, Why = null }, found);
    }

    /// <returns>Null when it is not kept here, or a part does not open.</returns>
    public async ValueTask<byte[]?> Read(FoundRecording found, CancellationToken cancel = default)
    {
        if (found.Recording is not { State: RecordingState.Kept, Fetch: { } fetch, Bytes: var length })
            return null;
        var sound = new byte[length];
        var own = await cases.Find(found.Name, cancel);
        for (var (part, at) = (0, 0); at < length; part++)
        {
            var key = RowKeys.Sound(found.Name, fetch, part);
            if (await store.Read(found.Shard, key, cancel) is not { } row || sealer.Open(own, found.Shard, key, row.Body.Span) is not { } plain || plain.Length == 0 || at + plain.Length > length)
                return null;
            plain.CopyTo(sound, at);
            at += plain.Length;
        }

        return sound;
    }

    private Insert Part(CaseKey key, FoundRecording found, string fetch, int part, ReadOnlyMemory<byte> plain)
    {
        var row = RowKeys.Sound(found.Name, fetch, part);
        return new Insert(row, sealer.Seal(key, found.Shard, row, plain.Span));
    }
}

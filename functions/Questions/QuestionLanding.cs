using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Questions;

/// <summary>
/// Carries a question without an answer out of its caller's shard, at an hour of its own: where a row lies, and between which others it was
/// written, would otherwise tell who asked. Doing it twice changes nothing, because rows are only ever inserted.
/// </summary>
public sealed class QuestionLanding(IStore store, Sealer sealer, Pseudonyms pseudonyms)
{
    public const string Kind = "question";

    /// <summary>Seconds within which it is carried over.</summary>
    public const int Longest = 7200;

    public async ValueTask Land(string shard, Row due, CancellationToken cancel)
    {
        var body = sealer.Open(shard, due.Key, due.Body.Span) ?? throw new DamagedRow(Kind);
        var id = due.Key[(due.Key.LastIndexOf('|') + 1)..];
        // By the oldest key: one that landed just before a rotation does not land elsewhere after it.
        var target = CallerId.Parse(pseudonyms.OfTurnByOldestKey(Kind + id))!.Value.Shard;
        var key = RowKeys.Waiting(Kind, id);
        await store.Commit(target, [new Insert(key, sealer.Seal(target, key, body))], cancel);
        await store.Commit(shard, [new Delete(due.Key)], cancel);
    }
}

using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Reconciling;

/// <summary>Whether a text is ours already: its turn is stored, or it is kept to be read. Asked under every key, so that a rotation repeats nobody's words.</summary>
public sealed class Held(IStore store, Pseudonyms pseudonyms)
{
    public async ValueTask<bool> Is(Received received, CancellationToken cancel)
    {
        var turns = pseudonyms.OfTurnByEachKey(received.Id);
        if (received.Unanswerable)
        {
            foreach (var turn in turns)
                if (await store.Read(CallerId.Parse(turn)!.Value.Shard, RowKeys.Waiting("text", turn), cancel) is not null)
                    return true;
            return false;
        }

        var callers = received.Withheld ? pseudonyms.OfCallByEachKey(received.Id) : pseudonyms.OfNumberByEachKey(Party.International(received.From));
        foreach (var shard in callers.Select(caller => caller.Shard).Distinct())
            foreach (var turn in turns)
                if (await store.Read(shard, RowKeys.Turn(turn), cancel) is not null)
                    return true;
        return false;
    }
}

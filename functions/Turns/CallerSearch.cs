using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>
/// While callers have more than one name, because their key was rotated: nobody is moved. Whoever is enrolled, or in the middle of a conversation, under
/// another key stays there; what another key's shard has answered already is told again from there; everybody else begins under the key in use.
/// </summary>
public sealed class CallerSearch(IStore store)
{
    public async ValueTask<TurnRequest> Find(TurnRequest request, string turn, IReadOnlyList<string> otherTurns, CancellationToken cancel)
    {
        if (request.Aliases.Count == 0)
            return request;
        // A retry hears what it was told, whoever they have talked with since.
        foreach (var name in otherTurns.Prepend(turn))
            if (await First(request, _ => RowKeys.Turn(name), cancel) is { } answered)
                return As(request, answered);
        // The line of check-ins serves clients first: a conversation lies beside its client, because both change in one commit.
        if (request.CheckIn && request.Number is not null && await First(request, alias => RowKeys.Client(alias.Caller), cancel) is { } client)
            return As(request, client);
        if (await First(request, alias => RowKeys.Session(alias.Caller, request.Line, request.CheckIn), cancel) is { } talking)
            return As(request, talking);
        return request;
    }

    private async ValueTask<Alias?> First(TurnRequest request, Func<Alias, string> key, CancellationToken cancel)
    {
        foreach (var alias in request.Aliases)
            if (await store.Read(alias.Caller.Shard, key(alias), cancel) is not null)
                return alias;
        return null;
    }

    private static TurnRequest As(TurnRequest request, Alias alias) =>
        request with { Caller = alias.Caller, Circumstances = request.Circumstances with { Call = alias.Call } };
}

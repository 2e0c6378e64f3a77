using System.Text;
using Hotline.Flows.Engine;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Golden;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Tables;

/// <summary>Turns and sweeps on a store, as one process of several would do them: nothing is shared but rows, keys and the clock.</summary>
internal sealed class Office : IAsyncDisposable
{
    private const string Line = "+85512000100";

    private readonly ServiceProvider services;

    public Office(IStore store, KeyRing keys, TimeProvider clock, Conversation? conversation = null)
    {
        Store = store;
        services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton(clock)
            .AddSingleton(conversation ?? Hotlines.Conversation)
            .AddSingleton(keys).AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys))
            .AddSingleton(store)
            .AddTurns().AddSingleton<Shelves>()
            .BuildServiceProvider();
    }

    public IStore Store { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A text from a phone; the same id is the same webhook again.</summary>
    public async Task<string> Text(string from, string id, string text)
    {
        var request = new TurnRequest(Get<Pseudonyms>().OfNumber(from), Line, id, new Input.Text(text), new Circumstances(Channel.Text, false, "KH"), from);
        return Encoding.UTF8.GetString((await Get<Switchboard>().Take(request, turn => Encoding.UTF8.GetBytes(string.Join('\n', turn.Texts)))).Reply);
    }

    public Task Sweep() => Get<Sweeper>().SweepOnce();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

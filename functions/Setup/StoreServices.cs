using Hotline.Functions.Storage;

namespace Hotline.Functions.Setup;

/// <summary>One store for everything: a SQLite file, or a table where one is set.</summary>
public static class StoreServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddStore(this IServiceCollection services, StorageSettings? tables, string database)
    {
        if (tables is null)
            return services.AddSingleton(_ => SqliteStore.Open(database)).AddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>())
                .AddSingleton<IProbe>(provider => provider.GetRequiredService<SqliteStore>()).AddSingleton<IShards>(provider => provider.GetRequiredService<SqliteStore>());
        return services.AddSingleton(_ => tables.Open()).AddSingleton<IStore>(provider => provider.GetRequiredService<TableStore>())
            .AddSingleton<IProbe>(provider => provider.GetRequiredService<TableStore>()).AddSingleton<IShards>(provider => provider.GetRequiredService<TableStore>());
    }

    /// <summary>Whoever may not get in does not start. Where the service is only away, callers hear whom to call instead, until it is back.</summary>
    /// <exception cref="SetupException">The account refuses us.</exception>
    public static async Task Reach(TableStore store)
    {
        try
        {
            await store.Prepare().WaitAsync(Patience);
        }
        catch (Exception e) when (e is StoreUnavailable or TimeoutException)
        {
        }
    }

    /// <summary>Asked once in a hotline's life: where keys are missing.</summary>
    public static bool HoldsRows(StorageSettings tables) => Task.Run(async () =>
    {
        await using var store = tables.Open();
        await store.Prepare();
        await foreach (var _ in store.Shards())
            return true;
        return false;
    }).GetAwaiter().GetResult();
}

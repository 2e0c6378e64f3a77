using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Rotation;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Setup;

/// <summary>The keys of cases, in a database of their own.</summary>
public static class CaseServices
{
    private const string Name = "cases";

    public static IServiceCollection AddCases(this IServiceCollection services, Settings settings)
    {
        if (settings.Cases is { } tables)
            return services
                .AddKeyedSingleton(Name, (_, _) => tables.Open())
                .AddSingleton(provider => new CaseStore(provider.GetRequiredKeyedService<TableStore>(Name), provider.GetRequiredKeyedService<TableStore>(Name)))
                .AddSingleton(provider => new SealedStore(provider.GetRequiredKeyedService<TableStore>(Name), provider.GetRequiredKeyedService<TableStore>(Name)));
        var path = settings.CasePath ?? Path.Combine(settings.DataPath, "cases.db");
        // Asked before anything makes the file.
        var missing = File.Exists(Path.Combine(settings.DataPath, "hotline.db")) && !File.Exists(path);
        return services
            .AddKeyedSingleton(Name, (provider, _) => Open(path, missing ? provider.GetRequiredService<IStore>() : null))
            .AddSingleton(provider => Of(provider.GetRequiredKeyedService<SqliteStore>(Name)))
            .AddSingleton(provider => new SealedStore(provider.GetRequiredKeyedService<SqliteStore>(Name), provider.GetRequiredKeyedService<SqliteStore>(Name)));
    }

    private static CaseStore Of(SqliteStore store) => new(store, store);

    /// <summary>New case keys beside reports that have some would look like a hotline to which nobody ever wrote.</summary>
    private static SqliteStore Open(string path, IStore? beside)
    {
        if (beside is not null && CallerId.AllShards.Any(shard => Task.Run(async () => await beside.Scan(shard, RowKeys.Reports, RowKeys.After(RowKeys.Reports))).GetAwaiter().GetResult().Any(row => CaseSealer.NeedsKey(row.Body.Span))))
            throw new SetupException($"The database of case keys {path} is missing but there are reports that only its keys can open: put its backup back, or set Hotline__CasePath to where it lies.");
        return SqliteStore.Open(path);
    }
}

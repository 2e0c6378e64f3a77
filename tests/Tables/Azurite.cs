using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Tables;
using Hotline.Tests.Node;

namespace Hotline.Tests.Tables;

/// <summary>Microsoft's emulator of the table service, from npm, in memory.</summary>
public sealed class Azurite() : NodeServer("azurite", Path.Combine("dist", "src", "table", "main.js"), port => ["--tableHost", "127.0.0.1", "--tablePort", port, "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent"])
{
    /// <summary>The emulator's only account; its key stands in its documentation and opens nothing else.</summary>
    public const string Account = "devstoreaccount1";

    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public Uri Endpoint => new($"http://127.0.0.1:{Port}/{Account}");

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint}";

    /// <summary>A gateway's settings for a table here.</summary>
    public (string Name, string? Value)[] Settings(string table) => [("Storage__Account", ConnectionString), ("Storage__Table", table)];

    public static string NewTable() => $"t{Guid.NewGuid():N}";

    public TableClient Client(string table, TableClientOptions? options = null) => new TableServiceClient(Endpoint, new TableSharedKeyCredential(Account, Key), options).GetTableClient(table);

    public async Task<TableStore> Open(string table, TableClientOptions? options = null)
    {
        var store = new TableStore(made => Client(table, made), options);
        await store.Prepare();
        return store;
    }
}

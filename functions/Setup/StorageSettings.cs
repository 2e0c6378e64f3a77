using Azure;
using Azure.Identity;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Tables;

namespace Hotline.Functions.Setup;

/// <summary>Which tables of which account, and how to get in. No record: it may hold a key, and never prints itself.</summary>
public sealed class StorageSettings
{
    private readonly Func<TableClientOptions, TableServiceClient> connect;

    private StorageSettings(string table, Func<TableClientOptions, TableServiceClient> connect) => (Table, this.connect) = (table, connect);

    public string Table { get; }

    public TableStore Open() => new(options => connect(options).GetTableClient(Table));

    /// <param name="get">Setting → what was set.</param>
    /// <param name="account">The name of the setting that holds the account's address or a connection string.</param>
    /// <returns>Null where nothing is set: SQLite.</returns>
    /// <exception cref="SetupException">One sentence that says what to set, and quotes nothing.</exception>
    public static StorageSettings? Read(Func<string, string?> get, string account, string table)
    {
        if (get(account) is not { } place)
            return null;
        var setting = account.Replace(":", "__", StringComparison.Ordinal);
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
            throw new SetupException("The setting Storage__Table has to be 3 to 63 letters and digits, a letter first.");
        if (Uri.TryCreate(place, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps)
            return new StorageSettings(table, options => new TableServiceClient(endpoint, Identity(), options));
        var parts = place.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.OrdinalIgnoreCase).ToDictionary(part => part.Key, part => part.First()[1], StringComparer.OrdinalIgnoreCase);
        var name = parts.GetValueOrDefault("AccountName");
        var address = parts.GetValueOrDefault("TableEndpoint") ?? (name is null ? null : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{name}.table.{parts.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net"}");
        if (!Uri.TryCreate(address, UriKind.Absolute, out endpoint))
            throw new SetupException($"The setting {setting} has to be the https address of a table service, like https://ACCOUNT.table.core.windows.net, or a connection string of a storage account.");
        // Over anything else the rows' keys and the signature travel in the open.
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw new SetupException($"The setting {setting} has to begin with https.");
        if (parts.GetValueOrDefault("SharedAccessSignature") is { } signature)
            return new StorageSettings(table, options => new TableServiceClient(endpoint, new AzureSasCredential(signature), options));
        try
        {
            var key = new TableSharedKeyCredential(name ?? "", parts.GetValueOrDefault("AccountKey") ?? throw new FormatException());
            return new StorageSettings(table, options => new TableServiceClient(endpoint, key, options));
        }
        catch (FormatException)
        {
            throw new SetupException($"The connection string in {setting} has no AccountKey that can be read and no SharedAccessSignature: copy it from the storage account once more.");
        }
    }

    /// <summary>AZURE_CLIENT_ID names a user-assigned identity; without it the system-assigned one is used.</summary>
    private static ManagedIdentityCredential Identity() =>
        new(Environment.GetEnvironmentVariable("AZURE_CLIENT_ID") is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}

using Hotline.Functions.Storage;

namespace Hotline.Tests.Storage;

public sealed class SqliteContract : StoreContract
{
    private readonly Scratch scratch = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        scratch.Dispose();
    }

    protected override Task<IStore> Open() => Task.FromResult<IStore>(SqliteStore.Open(scratch.Path("contract.db")));
}

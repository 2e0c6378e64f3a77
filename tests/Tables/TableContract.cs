using Hotline.Functions.Storage;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Tables;

public sealed class TableContract(Azurite azurite) : StoreContract, IClassFixture<Azurite>
{
    private readonly string table = Azurite.NewTable();

    protected override async Task<IStore> Open() => await azurite.Open(table);
}

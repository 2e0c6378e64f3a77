using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>What a turn costs at the table service: a read and a commit.</summary>
public sealed class RequestCountTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_turn_is_two_requests_and_one_that_files_a_report_a_few_more()
    {
        using var folder = new Scratch();
        var settings = StorageSettings.Read(name => name == "Account" ? azurite.ConnectionString : null, "Account", Azurite.NewTable())!;
        await using var store = settings.Open();
        await store.Prepare();
        await using var office = new Office(store, KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false), TimeProvider.System);
        var teller = new Teller("tale.", Carrier.Number());
        List<long> requests = [];
        while (!teller.Over)
        {
            var before = store.Requests.Sent;
            teller.Hear(await office.Text(teller.From, teller.Id, teller.Says));
            requests.Add(store.Requests.Sent - before);
        }

        Assert.Equal([2, 2, 2, 2, 2], requests[..^1]);
        // Landing: the report under its receipt, then the to-do and the session are emptied.
        Assert.InRange(requests[^1], 3, 5);
    }
}

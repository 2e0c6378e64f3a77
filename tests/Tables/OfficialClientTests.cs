using System.Text;
using System.Text.Json;
using Hotline.Functions.Storage;
using Hotline.Tests.Node;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>The official client for Node reads what we wrote, and we read what it wrote.</summary>
public sealed class OfficialClientTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task Each_reads_what_the_other_wrote()
    {
        var table = Azurite.NewTable();
        await using var store = await azurite.Open(table);
        var large = new byte[150_000];
        new Random(1).NextBytes(large);
        var columns = Columns.Of(("day", new DateOnly(2026, 11, 22)), ("flow", "report"), ("province", "ភ្នំពេញ"), ("turns", 12), ("seconds", 3.0), ("child", true));
        await store.Commit("s", [new Insert("ours|'quoted'", Encoding.UTF8.GetBytes("ខ្មែរ"), columns), new Insert("ours|large", large)]);

        var read = JsonDocument.Parse(NodePeers.Run("tables.js", JsonSerializer.Serialize(new { connection = azurite.ConnectionString, table, partition = "s" }))).RootElement.EnumerateArray().ToList();
        Assert.Equal(["ours|'quoted'", "ours|large"], read.Select(entity => entity.GetProperty("rowKey").GetString()));
        var ours = read[0];
        Assert.Equal("ខ្មែរ", Encoding.UTF8.GetString(ours.GetProperty("Body").GetProperty("base64").GetBytesFromBase64()));
        Assert.Equal("2026-11-22T00:00:00.000Z", ours.GetProperty("day").GetProperty("date").GetString());
        Assert.Equal("12", ours.GetProperty("turns").GetProperty("int64").GetString());
        Assert.Equal(3.0, ours.GetProperty("seconds").GetDouble());
        Assert.Equal(("report", "ភ្នំពេញ", true), (ours.GetProperty("flow").GetString(), ours.GetProperty("province").GetString(), ours.GetProperty("child").GetBoolean()));
        Assert.Equal(large, read[1].EnumerateObject().Where(property => property.Name.StartsWith("Body", StringComparison.Ordinal)).OrderBy(property => property.Name, StringComparer.Ordinal)
            .SelectMany(property => property.Value.GetProperty("base64").GetBytesFromBase64()).ToArray());

        var theirs = await store.Scan("s", "theirs|", "theirs}");
        Assert.Equal(["theirs|it's", "theirs|ក|1"], theirs.Select(row => row.Key));
        Assert.Equal("ខ្មែរ", Encoding.UTF8.GetString(theirs[1].Body.Span));
        Assert.Equal(Columns.Of(("day", new DateOnly(2026, 11, 22)), ("flow", "report"), ("turns", 12), ("seconds", 3.0), ("child", true)), theirs[1].Columns);
        Assert.Equal(CommitResult.Committed, await store.Commit("s", [new Replace(theirs[1].Key, theirs[1].Version, default)]));
        Assert.Null((await store.Read("s", theirs[1].Key))!.Columns);
    }
}

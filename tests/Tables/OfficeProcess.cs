using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Tests.Tables;

/// <summary>An <see cref="Office"/> in a process of its own: texts come in as lines and answers go out as lines, many at once.</summary>
internal static class OfficeProcess
{
    /// <param name="args">Connection string, table, key file.</param>
    public static async Task<int> Run(string[] args, TextReader input, TextWriter output)
    {
        var settings = StorageSettings.Read(name => name == "Account" ? args[0] : null, "Account", args[1])!;
        var table = settings.Open();
        await using var store = new CountedStore(table);
        await using var office = new Office(store, KeyRing.OpenOrCreate(args[2], dataExists: true), TimeProvider.System);
        var writing = TextWriter.Synchronized(output);
        var underWay = new List<Task>();
        while (await input.ReadLineAsync() is { } line)
            underWay.Add(Answer(office, JsonSerializer.Deserialize<OfficeText>(line)!, writing));
        await Task.WhenAll(underWay);
        await writing.WriteLineAsync(JsonSerializer.Serialize(new OfficeCount(table.Requests.Sent, store.Reads, store.Commits, store.Conflicts)));
        return 0;
    }

    private static async Task Answer(Office office, OfficeText text, TextWriter output)
    {
        await Task.Yield();
        string? reply = null;
        try
        {
            reply = await office.Text(text.From, text.Id, text.Text);
        }
        catch (Exception e) when (e is StoreUnavailable or TurnTooBusy)
        {
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(new OfficeReply(text.Number, reply)));
        await output.FlushAsync();
    }
}

internal sealed record OfficeText(int Number, string From, string Id, string Text);

/// <param name="Reply">Null: it could not be taken now.</param>
internal sealed record OfficeReply(int Number, string? Reply);

internal sealed record OfficeCount(long Requests, long Reads, long Commits, long Conflicts);

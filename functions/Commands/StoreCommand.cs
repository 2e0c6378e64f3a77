using System.Globalization;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Commands;

/// <summary>-- store move to-table | to-file: all rows from the SQLite file to the table that is set, or back. The gateway is stopped meanwhile.</summary>
public static class StoreCommand
{
    private const string Usage = "store move to-table | to-file: copies every row from the file in Hotline__DataPath to the table of Storage__Account, or back, and compares them all. Stop the gateway first.";

    public static async Task<int> Run(Settings settings, IReadOnlyList<string> command, TextWriter output)
    {
        if (command is not ["store", "move", "to-table" or "to-file", ..])
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var table = settings.Storage ?? throw new SetupException("The setting Storage__Account is missing: set it to the address or the connection string of the storage account that rows are moved to or from.");
        var path = Path.Combine(settings.DataPath, "hotline.db");
        var toTable = command[2] == "to-table";
        if (toTable && !File.Exists(path))
            throw new SetupException($"There is no file {path} to move from: set Hotline__DataPath to its folder.");
        // The keys of cases first: no report arrives anywhere before what opens it.
        var cases = await Move(settings.CasePath ?? Path.Combine(settings.DataPath, "cases.db"), settings.Cases!, toTable);
        var rows = await Move(path, table, toTable);
        var done = new MoveResult(cases.Copied + rows.Copied, cases.Verified + rows.Verified);
        await output.WriteLineAsync(command.Contains("--json")
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"copied\":{done.Copied},\"verified\":{done.Verified}}}")
            : string.Create(CultureInfo.InvariantCulture, $"{done.Copied} rows copied, {done.Verified} compared: all the same. {(toTable ? "Start the gateway with Storage__Account set." : "Start the gateway without Storage__Account.")}"));
        return 0;
    }

    private static async Task<MoveResult> Move(string path, StorageSettings table, bool toTable)
    {
        await using var file = SqliteStore.Open(path);
        await using var tables = table.Open();
        await tables.Prepare();
        return await (toTable ? new StoreMove(file, tables) : new StoreMove(tables, file)).Run();
    }
}

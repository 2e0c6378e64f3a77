using System.Globalization;
using Hotline.Functions.Backup;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Commands;

/// <summary>-- backup --new-key KEYFILE; -- backup [--cases] FILE --key KEYFILE; -- restore FILE --to PATH --key KEYFILE. The running hotline need not be stopped for a backup.</summary>
public sealed class BackupCommand(Settings settings, IKeySource keys, TimeProvider clock)
{
    private const string Usage = "Say what to do: backup --new-key KEYFILE, backup FILE --key KEYFILE, backup --cases FILE --key KEYFILE, or restore FILE --to PATH --key KEYFILE (Hotline__BackupKeyPath may name the key).";

    /// <param name="usualKey">The setting Hotline__BackupKeyPath.</param>
    public async Task<int> Run(string[] args, string? usualKey, TextWriter output)
    {
        var backups = new Backups(clock);
        switch (args)
        {
            case ["backup", "--new-key", var file]:
                BackupKey.Make(file);
                await output.WriteLineAsync($"Made {file}. Keep it apart from the hotline and from the backups: without it no backup opens, with it and the keys every one does.");
                return 0;
            case ["backup", "--cases", var file, .. var rest]:
                backups.Make(settings.CasePath!, file, Key(rest, usualKey), BackupKind.Cases);
                await output.WriteLineAsync($"The keys of cases are in {file}. It may be restored for {Backups.CasesKept.TotalDays:0} days; keep it apart from backups of the database.");
                foreach (var gone in backups.DropOldCases(Path.GetDirectoryName(Path.GetFullPath(file))!))
                    await output.WriteLineAsync($"Deleted {gone}, which is older than that.");
                return 0;
            case ["backup", [not '-', ..] file, .. var rest]:
                backups.Make(Path.Combine(settings.DataPath, "hotline.db"), file, Key(rest, usualKey), BackupKind.Database);
                await output.WriteLineAsync($"The database is in {file}. Neither the keys nor the keys of cases are in it: back those up apart (`backup --cases FILE`, and a copy of the keys).");
                return 0;
            case ["restore", var file, "--to", var to, .. var rest]:
                if (!keys.Exists())
                    throw new SetupException($"{keys.Name} is missing: put its backup back first, nothing opens without it.");
                var rows = backups.Restore(file, to, Key(rest, usualKey), keys.Read());
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Restored {rows} rows to {to}; every one that the keys sealed opens."));
                return 0;
            default:
                throw new SetupException(Usage);
        }
    }

    private static BackupKey Key(string[] rest, string? usual) => rest switch
    {
        ["--key", var path] => BackupKey.Read(path),
        [] when usual is not null => BackupKey.Read(usual),
        _ => throw new SetupException(Usage),
    };
}

using Hotline.Functions.Commands;
using Hotline.Functions.Hosting;

namespace Hotline.Functions.Setup;

/// <summary>What operators ask of the program, each with the gateway's own settings and store, and nothing served meanwhile.</summary>
public static class OperatorCommands
{
    public static async Task<int> Reports(string[] args, TextWriter output)
    {
        // A case or an answer may begin with a dash, and is no setting.
        await using var app = Gateway.Build([.. args.TakeWhile(arg => arg is not ("read" or "answer" or "sound"))], serving: false);
        return await app.Services.GetRequiredService<ReportsCommand>().Run(args, output);
    }

    public static async Task<int> Questions(string[] args, TextWriter output)
    {
        await using var app = Gateway.Build(args, serving: false);
        return await app.Services.GetRequiredService<QuestionsCommand>().Run(args, output);
    }

    public static async Task<int> Clients(string[] args, string[] command, TextReader input, TextWriter output)
    {
        await using var app = Gateway.Build(args, serving: false);
        return await app.Services.GetRequiredService<ClientsCommand>().Run(command, input, output);
    }

    public static async Task<int> Todo(string[] args, string[] command, TextWriter output)
    {
        await using var app = Gateway.Build(args, serving: false);
        return await app.Services.GetRequiredService<TodoCommand>().Run(command, output);
    }

    public static async Task<int> Keys(string[] args, string[] command, TextReader input, TextWriter output)
    {
        await using var app = Gateway.Build([.. args.TakeWhile(arg => arg != "keys")], serving: false);
        return await app.Services.GetRequiredService<KeysCommand>().Run(command, input, output);
    }

    /// <summary>Opens no store and makes no keys: where something is to be restored there is none yet.</summary>
    public static async Task<int> Backup(string[] args, string[] command, TextWriter output)
    {
        var builder = Gateway.Builder([.. args.TakeWhile(arg => arg is not ("backup" or "restore"))], hostPort: null);
        var secrets = SecretSources.Open(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment());
        return await new BackupCommand(settings, secrets.Keys(settings), TimeProvider.System).Run(command, builder.Configuration["Hotline:BackupKeyPath"], output);
    }

    /// <summary>Opens both stores itself, and nothing else.</summary>
    public static async Task<int> Store(string[] args, string[] command, TextWriter output)
    {
        var builder = Gateway.Builder([.. args.TakeWhile(arg => arg != "store")], hostPort: null);
        return await StoreCommand.Run(SettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment()), command, output);
    }

    public static async Task<int> Reconcile(string[] args, string[] command, TextWriter output)
    {
        await using var app = Gateway.Build(args, serving: false);
        return await app.Services.GetRequiredService<ReconcileCommand>().Run(command, output);
    }

    public static async Task<int> Fallback(string[] args, string[] command, TextWriter output)
    {
        await using var app = Gateway.Build([.. args.TakeWhile(arg => arg != "fallback")], serving: false);
        return await app.Services.GetRequiredService<FallbackCommand>().Run(command, output);
    }

    public static async Task<int> Broadcasts(string[] args, string[] command, TextWriter output)
    {
        await using var app = Gateway.Build([.. args.TakeWhile(arg => arg != "broadcast")], serving: false);
        return await app.Services.GetRequiredService<BroadcastCommand>().Run(command, output);
    }
}

using Hotline.Functions;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Localization.Writing;

KhmerHumanizer.Register();
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    // "dotnet run" sets the environment before what it was asked for.
    var command = args is ["--environment", _, .. var rest] ? rest : args;
    return command switch
    {
        ["ask", ..] => AskCommand.Run(command, Console.In, Console.Out),
        ["read", ..] => ReadCommand.Run(command, Console.In, Console.Out),
        ["chat", ..] => ChatCommand.Run(command, Console.In, Console.Out),
        ["check", ..] => CheckCommand.Run(command, Console.Out),
        ["clips", ..] => ClipsCommand.Run(command, Console.Out),
        ["reports", ..] => await Gateway.Reports(args, Console.Out),
        ["questions", ..] => await Gateway.Questions(args, Console.Out),
        ["clients", ..] => await Gateway.Clients(args, [.. command], Console.In, Console.Out),
        ["keys", ..] => await Gateway.Keys(args, [.. command], Console.In, Console.Out),
        ["backup" or "restore", ..] => await Gateway.Backup(args, [.. command], Console.Out),
        ["store", ..] => await Gateway.Store(args, [.. command], Console.Out),
        ["reconcile", ..] => await Gateway.Reconcile(args, [.. command], Console.Out),
        ["todo", ..] => await Gateway.Todo(args, [.. command], Console.Out),
        ["fallback", ..] => await Gateway.Fallback(args, [.. command], Console.Out),
        ["broadcast", ..] => await Gateway.Broadcasts(args, [.. command], Console.Out),
        _ => await Gateway.Serve(args),
    };
}
catch (Exception e) when (e is SetupException or StoreUnavailable)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

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
        ["reports", ..] => await OperatorCommands.Reports(args, Console.Out),
        ["questions", ..] => await OperatorCommands.Questions(args, Console.Out),
        ["clients", ..] => await OperatorCommands.Clients(args, [.. command], Console.In, Console.Out),
        ["keys", ..] => await OperatorCommands.Keys(args, [.. command], Console.In, Console.Out),
        ["backup" or "restore", ..] => await OperatorCommands.Backup(args, [.. command], Console.Out),
        ["store", ..] => await OperatorCommands.Store(args, [.. command], Console.Out),
        ["reconcile", ..] => await OperatorCommands.Reconcile(args, [.. command], Console.Out),
        ["todo", ..] => await OperatorCommands.Todo(args, [.. command], Console.Out),
        ["fallback", ..] => await OperatorCommands.Fallback(args, [.. command], Console.Out),
        ["broadcast", ..] => await OperatorCommands.Broadcasts(args, [.. command], Console.Out),
        _ => await Gateway.Serve(args),
    };
}
catch (Exception e) when (e is SetupException or StoreUnavailable)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

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
    return (args is ["--environment", _, .. var command] ? command : args) switch
    {
        ["ask", ..] => AskCommand.Run(args, Console.In, Console.Out),
        ["read", ..] => ReadCommand.Run(args, Console.In, Console.Out),
        ["chat", ..] => ChatCommand.Run(args, Console.In, Console.Out),
        ["check", ..] => CheckCommand.Run(args, Console.Out),
        ["reports", ..] => await Gateway.Reports(args, Console.Out),
        _ => await Gateway.Serve(args),
    };
}
catch (Exception e) when (e is SetupException or StoreUnavailable)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

using System.Globalization;
using Hotline.Benchmarks;
using Hotline.Localization.Writing;

KhmerHumanizer.Register();
switch (args)
{
    case ["engine", var scenario]:
        EngineBench.Run(scenario);
        return 0;
    case ["turn", var port, var scenario, var database, ..]:
        await TurnServer.Run(port, scenario, database);
        return 0;
    case ["writers", var scenario, ..]:
        await TurnLoad.Run(8, Seconds(args), scenario);
        return 0;
    case ["fsyncs", var scenario, ..]:
        await TurnLoad.Run(64, Seconds(args), scenario);
        return 0;
    case ["start", var program]:
        StartBench.Run(program);
        return 0;
    case ["store", ..]:
        await StoreBench.Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("engine SCENARIO | turn PORT SCENARIO DATABASE | writers SCENARIO [SECONDS] | fsyncs SCENARIO [SECONDS] | start PROGRAM | store [FOLDER [SECONDS]]");
        return 2;
}

static double Seconds(string[] args) => args.Length > 2 ? double.Parse(args[2], CultureInfo.InvariantCulture) : 5;

using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
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
    case ["answers"]:
        AnswersBench.Run();
        return 0;
    case ["routed", var scenario]:
        await RoutedBench.Run(scenario);
        return 0;
    case ["sessions", ..]:
        await SessionsBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000);
        return 0;
    case ["outreach", ..]:
        await OutreachBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["start", .. var rest]:
        StartBench.Run(rest.FirstOrDefault(arg => arg != "--hosted") ?? Path.Combine(Repository.Folder, "artifacts", "published", "Hotline"), rest.Contains("--hosted"));
        return 0;
    case ["parts", ..]:
        // In this process: another one would be built inside the repository, by rules that are not made for generated code.
        BenchmarkRunner.Run<Parts>(ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    case ["store", ..]:
        await StoreBench.Run(args[1..]);
        return 0;
    case ["tables", var connection, ..]:
        await TablesBench.Run(connection, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3_000);
        return 0;
    case ["slope", var connection, ..]:
        await StoreBench.Slope(connection, Seconds(args));
        return 0;
    default:
        Console.Error.WriteLine("engine SCENARIO | turn PORT SCENARIO DATABASE | writers SCENARIO [SECONDS] | fsyncs SCENARIO [SECONDS] | answers | routed SCENARIO | sessions [NUMBER] | outreach [ROWS] | start [PROGRAM] [--hosted] | parts | store [FOLDER [SECONDS]] | tables CONNECTION [NUMBER] | slope CONNECTION [SECONDS]");
        return 2;
}

static double Seconds(string[] args) => args.Length > 2 ? double.Parse(args[2], CultureInfo.InvariantCulture) : 5;

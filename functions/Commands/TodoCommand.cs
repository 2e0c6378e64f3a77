using System.Text.Json;
using Hotline.Functions.Alerts;
using Hotline.Functions.ToDos;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- todo [--json]: what waits to be done, and what was given up and why. -- todo again NAME puts one back; -- todo done NAME ticks off what was given up,
/// and alerts, pages and promised calls by their six letters.
/// </summary>
public sealed class TodoCommand(ToDoDesk desk, AlertDesk alerts, TimeProvider clock)
{
    /// <summary>From here on a due to-do is late: sweeps come each 15 seconds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public async Task<int> Run(string[] args, TextWriter output)
    {
        var json = args.Contains("--json");
        return args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).Skip(1).ToArray() switch
        {
            [] => await (json ? Lines(output) : Show(output)),
            ["again", var name] => await With(name, output, desk.Again, "Back in the queue; it is done within half a minute."),
            ["done", var name] when await alerts.Done(name) => await Said(output, "Ticked off: nobody is told of it any more."),
            ["done", var name] => await With(name, output, desk.Forget, "Ticked off."),
            _ => throw new SetupException("Say what to do: todo, todo again NAME, or todo done NAME."),
        };
    }

    private async Task<int> Show(TextWriter output)
    {
        var now = clock.GetUtcNow();
        var dead = await desk.Dead();
        foreach (var (name, _, _, todo) in dead)
            await output.WriteLineAsync($"GIVEN UP {name}  {todo.Kind}, {Written.Ago(todo.Died, now, "en")}: {todo.Why}");
        var all = await desk.Queue();
        foreach (var kind in all)
            await output.WriteLineAsync($"{kind.Kind,-12} {kind.All,6} in all, {kind.Due} due{(kind.Oldest is { } oldest && now - oldest > Late ? $", the oldest {Written.Ago(oldest, now, "en")}" : "")}");
        await output.WriteLineAsync($"{all.Sum(kind => kind.All)} to-dos, {all.Sum(kind => kind.Due)} due, {dead.Count} given up.");
        return 0;
    }

    private async Task<int> Lines(TextWriter output)
    {
        foreach (var (name, _, _, todo) in await desk.Dead())
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "given-up", name, todo.Kind, todo.Why, todo.Made, todo.Died }, CommandJson.Lines));
        foreach (var kind in await desk.Queue())
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "kind", kind.Kind, kind.All, kind.Due, kind.Oldest }, CommandJson.Lines));
        return 0;
    }

    private static async Task<int> Said(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 0;
    }

    private async Task<int> With(string name, TextWriter output, Func<NamedDead, CancellationToken, Task<bool>> act, string done)
    {
        if ((await desk.Dead()).FirstOrDefault(dead => dead.Name == name) is not { } found)
        {
            await output.WriteLineAsync($"Nothing that waits for you is called {name}: todo, reports and clients list such things.");
            return 1;
        }

        var did = await act(found, default);
        await output.WriteLineAsync(did ? done : "Somebody else was faster: look again.");
        return did ? 0 : 1;
    }
}

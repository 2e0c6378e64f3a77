using Hotline.Functions.ToDos;

namespace Hotline.Functions.Hosting;

/// <summary>
/// POST /todos, /checkins, /reconciler, /retention: timers of the Functions host. Its answer is always 200 and a JSON object, because anything less holds
/// the timer until the host kills this process; how it went is told by the log and by /health. The payload says nothing that we need, and is not read.
/// </summary>
public sealed class TimerDoor(int port, Func<Chore, TimeSpan, CancellationToken, Task> work, Func<Chore, string, Task> broke)
{
    private static readonly byte[] Done = "{}"u8.ToArray();

    /// <summary>Begins nothing more after this while something waits.</summary>
    internal TimeSpan Stay { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Well under the functionTimeout of host.json, at which the host kills the whole process. Longer than the provider client waits in all.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>For work that was told to end.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    public static void Map(WebApplication app, int port)
    {
        var chores = app.Services.GetRequiredService<Chores>();
        var door = new TimerDoor(port, chores.Do, chores.Broke);
        foreach (var chore in Enum.GetValues<Chore>())
            app.MapPost("/" + chore.Name(), (RequestDelegate)(http => door.Post(http, chore)));
    }

    public async Task Post(HttpContext http, Chore chore)
    {
        if (!HostCall.Is(http.Request, port))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await Run(chore);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Done.Length;
        await http.Response.Body.WriteAsync(Done, CancellationToken.None);
    }

    private async Task Run(Chore chore)
    {
        // Disposed by nobody: work that outlasts its grace still holds it.
        var limit = new CancellationTokenSource(Limit);
        try
        {
            // Not when the host stops waiting: what was begun comes to its end or is left to its lease.
            await Task.Run(() => work(chore, Stay, limit.Token)).WaitAsync(Limit + Grace);
        }
        catch (Exception e)
        {
            await broke(chore, e is TimeoutException or OperationCanceledException ? "too long" : e.GetType().Name);
        }
    }
}

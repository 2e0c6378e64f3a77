using System.Globalization;
using Hotline.Functions.Providers;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Health;

/// <summary>GET /health: 200 when the store accepts writes, 503 when not; below it what else needs somebody. Counts and times, nothing of anyone.</summary>
public static class HealthDoor
{
    public static async Task Get(HttpContext http)
    {
        var services = http.RequestServices;
        var writes = await services.GetRequiredService<IProbe>().AcceptsWrites();
        var answer = writes
            ? Results.Text(string.Join('\n', Lines(services.GetRequiredService<ProviderWatch>().AwaySince, services.GetRequiredService<QueueState>())))
            : Results.Text("the store does not accept writes", statusCode: StatusCodes.Status503ServiceUnavailable);
        await answer.ExecuteAsync(http);
    }

    private static IEnumerable<string> Lines(DateTimeOffset? awaySince, QueueState queue)
    {
        yield return "ok";
        if (awaySince is { } since)
            yield return string.Create(CultureInfo.InvariantCulture, $"the provider has not answered since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}; {queue.Waiting} texts and calls wait");
        if (queue.Dead > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{queue.Dead} to-dos were given up: -- todo lists them");
    }
}

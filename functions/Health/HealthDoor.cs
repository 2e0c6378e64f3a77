namespace Hotline.Functions.Health;

/// <summary>GET /health: 200 when the store accepts writes, 503 when not; below it what else needs somebody. Counts and times, nothing of anyone.</summary>
public static class HealthDoor
{
    public static async Task Get(HttpContext http)
    {
        var (good, words) = await http.RequestServices.GetRequiredService<HealthReport>().Read();
        await Results.Text(words, statusCode: good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
    }
}

using Hotline.Functions.Storage;

namespace Hotline.Functions.Health;

/// <summary>GET /health: 200 when the store accepts writes, 503 when not. No details for the public.</summary>
public static class HealthDoor
{
    public static async Task<IResult> Get(SqliteStore store) =>
        await store.AcceptsWrites() ? Results.Text("ok") : Results.Text("the store does not accept writes", statusCode: StatusCodes.Status503ServiceUnavailable);
}

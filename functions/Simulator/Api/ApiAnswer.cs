using System.Text.Json.Nodes;

namespace Hotline.Functions.Simulator.Api;

/// <summary>What the API answers.</summary>
/// <param name="Json">Null where there is no body, or sound.</param>
internal sealed record ApiAnswer(int Status, JsonObject? Json = null, byte[]? Sound = null)
{
    public static ApiAnswer Gone { get; } = new(StatusCodes.Status204NoContent);

    public static ApiAnswer NotFound => No(404, 20404, "The requested resource was not found");

    public static ApiAnswer Unauthorized => No(401, 20003, "Authentication Error - invalid username");

    /// <param name="code">twilio.com/docs/api/errors.</param>
    public static ApiAnswer No(int status, int code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message, ["status"] = status });

    public override string ToString() => $"{nameof(ApiAnswer)} {Status}";
}

using System.Text.Json;

namespace Hotline.Tests.Carriers;

/// <summary>What the provider answers.</summary>
internal sealed record Reply(int Status, byte[] Body, string ContentType = "application/json")
{
    public Uri? Location { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public static Reply Json(int status, object value) => new(status, JsonSerializer.SerializeToUtf8Bytes(value));

    public static Reply Nothing(int status) => new(status, []);
}

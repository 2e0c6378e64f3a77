using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Functions.Recordings;

/// <summary>Where one recording stands, as its row holds it, sealed. Everything that happens to it replaces this row, so that of two who act at once one is told.</summary>
/// <param name="Address">Where the provider keeps it; null when it keeps nothing any more.</param>
/// <param name="Day">When it came to be what it is.</param>
/// <param name="Why">What is in the way, for staff; null when nothing is.</param>
public sealed record Recording(RecordingState State, string? Address, DateOnly Day, string? Why = null)
{
    /// <summary>As the provider counted; 0 when it did not say.</summary>
    public int Seconds { get; init; }

    public long Bytes { get; init; }

    /// <summary>As the provider said, such as audio/x-wav.</summary>
    public string? Type { get; init; }

    /// <summary>Names the rows of its sound.</summary>
    public string? Fetch { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordingJson.Default.Recording);

    public static Recording? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, RecordingJson.Default.Recording);

    /// <summary>The address is a secret.</summary>
    public override string ToString() => $"{nameof(Recording)} {State}";
}

public enum RecordingState
{
    /// <summary>To be fetched.</summary>
    Expected,

    /// <summary>Sealed in our store.</summary>
    Kept,

    /// <summary>Erased or withdrawn: it is never fetched, and nothing of it stays.</summary>
    Discarded,
}

/// <summary>A recording as somebody found it.</summary>
public sealed record FoundRecording(string Name, string Version, Recording Recording)
{
    public string Shard => RecordingName.ShardOf(Name);

    public override string ToString() => nameof(FoundRecording);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class RecordingJson : JsonSerializerContext;

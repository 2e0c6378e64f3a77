namespace Hotline.Tests.Carriers;

internal sealed class KeptRecording
{
    public required string Sid { get; init; }
    public required string Call { get; init; }
    public required TimeSpan Length { get; init; }
    public required DateTimeOffset Started { get; init; }

    /// <summary>A sound file; 404 before <see cref="Ready"/>.</summary>
    public required byte[] Sound { get; init; }

    public required DateTimeOffset Ready { get; init; }
    public bool Deleted { get; set; }
    public int Fetched { get; set; }
}

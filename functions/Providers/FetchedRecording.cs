namespace Hotline.Functions.Providers;

/// <param name="Length">In bytes, as written.</param>
/// <param name="ContentType">As the provider said, such as audio/x-wav.</param>
public sealed record FetchedRecording(long Length, string ContentType);

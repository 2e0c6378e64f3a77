namespace Hotline.Functions.Providers;

/// <summary>One code of a provider.</summary>
/// <param name="Means">What is to be done about it.</param>
/// <param name="Source">Where that is written.</param>
public sealed record ProviderError(string Code, Failure Means, string Source);

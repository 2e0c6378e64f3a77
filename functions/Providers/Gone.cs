namespace Hotline.Functions.Providers;

/// <summary>It is deleted, emptied or over.</summary>
/// <param name="WasThere">False: the provider knew of none, which is what a repeated deletion finds, and what another account's token finds too.</param>
public sealed record Gone(bool WasThere);

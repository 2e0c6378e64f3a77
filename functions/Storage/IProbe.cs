namespace Hotline.Functions.Storage;

/// <summary>Asks a store, for the health check, by really writing.</summary>
public interface IProbe
{
    /// <returns>False when it does not, for whatever reason; it never throws <see cref="StoreUnavailable"/>.</returns>
    ValueTask<bool> AcceptsWrites();
}

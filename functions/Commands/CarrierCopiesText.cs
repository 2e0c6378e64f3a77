using Hotline.Functions.Reconciling;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>What staff are told of texts that the provider has not let go of.</summary>
public static class CarrierCopiesText
{
    /// <returns>Null when there are none.</returns>
    public static string? Of(CarrierCopies copies) => copies.Oldest is not { } oldest ? null :
        $"AT THE PROVIDER: {copies.Old} texts of more than {CarrierCopies.ShownAfterDays} days, the oldest of {Written.Date(oldest, "en", weekday: false)}"
        + (copies.NotHeld > 0 ? $"; {copies.NotHeld} of them could not be taken in" : "")
        + (copies.Pictures > 0 ? $"; {copies.Pictures} of them have pictures that nobody has fetched" : "")
        + ". Ask the provider to delete what it refuses to.";
}
